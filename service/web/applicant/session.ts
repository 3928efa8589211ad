import { ref, shallowRef } from 'vue'
import { signOut, whoAmI } from '@/api/accounts'
import { session } from '@/api/client'
import type { Problem } from '@/api/problem'
import type { Me } from '@/api/types'
import { forgetAll } from '@/scan/outbox'
import { discardAll } from './draft'
import { go, here } from './router'

export const me = shallowRef<Me | null>(null)
export const asking = ref(true) // who is there; the page waits for it
export const unknown = shallowRef<Problem | null>(null) // the server could not say

session.ended = () => {
  me.value = null
}

export async function recognise(): Promise<void> {
  asking.value = true
  unknown.value = null
  const result = await whoAmI()
  me.value = result.ok ? result.value : null
  if (!result.ok && result.problem.status !== 401) unknown.value = result.problem
  asking.value = false
}

// Back to where one wanted to go before being asked to sign in.
export function enter(who: Me): void {
  me.value = who
  go(here.value.query.then ?? '/')
}

export async function leave(): Promise<void> {
  await signOut()
  discardAll()
  await forgetAll()
  me.value = null
  go('/sign-in')
}
