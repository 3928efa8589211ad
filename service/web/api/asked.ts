import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Problem, Result } from './problem'

// What a page shows of something it has asked for.
export type State = 'loading' | 'ready' | 'failed' | 'forbidden' | 'unknown'

export interface Asked<T> {
  state: Ref<State>
  value: ShallowRef<T | null>
  problem: ShallowRef<Problem | null>
  again: () => Promise<void>
  put: (value: T) => void
}

const stateAfter = (problem: Problem): State => {
  if (problem.status === 403) return 'forbidden'
  return problem.status === 404 ? 'unknown' : 'failed'
}

// Asks at once. Asked again, what is known stays on the page until the answer is there.
export function asked<T>(ask: () => Promise<Result<T>>): Asked<T> {
  const state = ref<State>('loading')
  const value = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  let latest = 0

  const put = (known: T) => {
    latest += 1
    value.value = known
    problem.value = null
    state.value = 'ready'
  }
  const again = async () => {
    const mine = ++latest
    if (value.value === null) state.value = 'loading'
    const result = await ask()
    if (mine !== latest) return // overtaken by a newer answer
    if (result.ok) return put(result.value)
    problem.value = result.problem
    if (value.value === null || result.problem.status === 403) state.value = stateAfter(result.problem)
  }
  void again()
  return { state, value, problem, again, put }
}
