import { computed, ref, shallowRef } from 'vue'
import { language } from '@/messages/messages'
import { newKey } from './client'
import { complaints, type Problem, type Result } from './problem'

// One thing a person sends: busy while it is on its way, its problem after. The key stays until it went well, so that
// pressing again after a dropped connection asks for the same thing and not for a second one.
export function sending() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const wrong = computed(() => complaints(problem.value, language.value))
  let key = newKey()
  let sent = ''

  async function send<T>(what: unknown, ask: (key: string) => Promise<Result<T>>): Promise<T | null> {
    if (busy.value) return null
    const text = JSON.stringify(what)
    if (text !== sent) key = newKey()
    sent = text
    busy.value = true
    problem.value = null
    const result = await ask(key)
    busy.value = false
    if (!result.ok) {
      problem.value = result.problem
      return null
    }
    sent = ''
    return result.value
  }
  return { busy, problem, wrong, send }
}
