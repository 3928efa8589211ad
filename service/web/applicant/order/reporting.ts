import { onUnmounted, ref, shallowRef } from 'vue'
import type { Problem } from '@/api/problem'
import { readReport } from '@/api/scans'
import type { Report } from '@/api/types'

// How often a report that is not there yet is asked for, and how long: the promise is two seconds, a queue may stand.
const kAsks_ms = 700
const kPatience_ms = 90_000

// What the machine says of the scan that lies in a slot.
export function reporting(order: string, slot: string) {
  const report = shallowRef<Report | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const looking = ref(false)
  const late = ref(false)
  let round = 0

  async function look(): Promise<void> {
    const mine = ++round
    const begun = Date.now()
    looking.value = true
    late.value = false
    for (;;) {
      const result = await readReport(order, slot)
      if (mine !== round) return
      if (!result.ok) problem.value = result.problem
      else if ('verdict' in result.value) {
        report.value = result.value
        problem.value = null
      }
      const waits = result.ok && !('verdict' in result.value)
      if (!waits || Date.now() - begun > kPatience_ms) {
        late.value = waits
        break
      }
      await new Promise((done) => setTimeout(done, kAsks_ms))
      if (mine !== round) return
    }
    looking.value = false
  }

  const clear = () => {
    round += 1
    report.value = null
  }
  onUnmounted(() => (round += 1))
  return { report, problem, looking, late, look, clear }
}
