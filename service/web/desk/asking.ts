import { computed, onScopeDispose, reactive, ref, shallowRef } from 'vue'

import { ours } from '@/api/problem'
import { Refused } from './wire/client'
import type { Page } from './wire/order'

// What a page shows of something it has asked for: loading, there, refused, another role's part.

export type State = 'loading' | 'ready' | 'failed' | 'forbidden'

export interface Asked<T> {
  value: T | undefined
  state: State
  refused: Refused | undefined
  // True while an answer is on its way though an older one is shown.
  busy: boolean
  again: () => Promise<void>
}

export function asRefused(failure: unknown): Refused {
  if (failure instanceof Refused) return failure
  console.error(failure)
  return new Refused(ours('PAGE_FAULT'))
}

const isForbidden = (refused: Refused) => refused.status === 403

// Asks at once. The answer to an older question never replaces that to a newer one.
export function useAsked<T>(question: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const value = shallowRef<T>()
  const refused = shallowRef<Refused>()
  const busy = ref(false)
  let running = new AbortController()
  async function again() {
    running.abort()
    const mine = (running = new AbortController())
    busy.value = true
    try {
      value.value = await question(mine.signal)
      refused.value = undefined
    } catch (failure) {
      if (!mine.signal.aborted) refused.value = asRefused(failure)
    } finally {
      if (running === mine) busy.value = false
    }
  }
  onScopeDispose(() => running.abort())
  void again()
  const state = computed<State>(() => {
    if (refused.value) return isForbidden(refused.value) ? 'forbidden' : 'failed'
    return value.value === undefined && busy.value ? 'loading' : 'ready'
  })
  return reactive({ value, refused, busy, state, again }) as Asked<T>
}

export interface Listed<T> extends Asked<T[]> {
  more: boolean
  further: () => Promise<void>
}

// A list in pages; `further` adds the next one.
export function useList<T>(question: (after: string | null, signal: AbortSignal) => Promise<Page<T>>): Listed<T> {
  const next = ref<string | null>(null)
  const asked = useAsked(async (signal) => {
    const page = await question(null, signal)
    next.value = page.next
    return page.items
  })
  async function further() {
    if (!next.value || asked.busy) return
    const page = await question(next.value, new AbortController().signal)
    asked.value = [...(asked.value ?? []), ...page.items]
    next.value = page.next
  }
  return Object.assign(asked, { further, more: computed(() => next.value !== null) as unknown as boolean }) as Listed<T>
}

// One thing done at a press: whether it runs, and why it was refused.
export interface Doing {
  running: boolean
  refused: Refused | undefined
  // Resolves to whether it was done.
  run: (what: () => Promise<unknown>) => Promise<boolean>
  clear: () => void
}

export function useDoing(): Doing {
  const running = ref(false)
  const refused = shallowRef<Refused>()
  async function run(what: () => Promise<unknown>): Promise<boolean> {
    if (running.value) return false
    running.value = true
    refused.value = undefined
    try {
      await what()
      return true
    } catch (failure) {
      refused.value = asRefused(failure)
      return false
    } finally {
      running.value = false
    }
  }
  return reactive({ running, refused, run, clear: () => (refused.value = undefined) }) as Doing
}

// Asks again from time to time, while the page is seen.
export function useRepeated(again: () => unknown, everyMs: number): void {
  const timer = window.setInterval(() => document.visibilityState === 'visible' && again(), everyMs)
  onScopeDispose(() => window.clearInterval(timer))
}
