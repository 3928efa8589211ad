import { computed, shallowRef } from 'vue'

import type { Me, Role } from '../wire/account'
import { Refused, get, post, put, remove, whenSignedOut } from '../wire/client'

// Who sits at this desk.

export type Presence = 'unknown' | 'out' | 'in' | 'unreached'

const me = shallowRef<Me>()
export const presence = shallowRef<Presence>('unknown')
export const signedIn = computed(() => me.value)

export function has(...roles: Role[]): boolean {
  return roles.some((role) => me.value?.roles.includes(role))
}

function enter(who: Me): void {
  me.value = who
  presence.value = 'in'
}

whenSignedOut(() => {
  presence.value = 'out'
})

export async function lookWhoIsHere(): Promise<void> {
  try {
    enter(await get<Me>('me'))
  } catch (failure) {
    presence.value = failure instanceof Refused && failure.status === 401 ? 'out' : 'unreached'
  }
}

export interface Captcha {
  id: string
  picture: string
  question: string
  question_en: string
}

export interface Credentials {
  login: string
  password: string
  totp?: string
  captcha?: { id: string; answer: string }
}

export const newCaptcha = () => post<Captcha>('captchas')

export async function signIn(credentials: Credentials): Promise<void> {
  enter(await post<Me>('sessions', credentials))
}

export async function signOut(): Promise<void> {
  await remove('sessions/current')
  me.value = undefined
  presence.value = 'out'
}

export const beginSecondFactor = () => post<{ secret: string; uri: string }>('me/second-factor')

export async function confirmSecondFactor(totp: string): Promise<void> {
  await put('me/second-factor', { totp })
  await lookWhoIsHere()
}

export const changePassword = (old: string, fresh: string) => put('me/password', { old, new: fresh })
