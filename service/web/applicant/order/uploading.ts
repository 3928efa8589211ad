import { onUnmounted, ref, shallowRef } from 'vue'
import { newKey } from '@/api/client'
import type { Problem } from '@/api/problem'
import { uploadScan } from '@/api/scans'
import { check, type Checked, type Limits } from '@/scan/check'
import { forget, keep, kept } from '@/scan/outbox'
import { prepared } from '@/scan/prepare'

export type Step = 'idle' | 'checking' | 'asking' | 'sending' | 'sent'

// The way of one scan into its slot: checked here, perhaps asked about, sent, kept until it has arrived.
export function uploading(order: string, slot: string, limits: () => Limits, arrived: () => Promise<void>) {
  const step = ref<Step>('idle')
  const share = ref(0)
  const checked = shallowRef<Checked | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const name = ref('')
  const arrivedAs = ref('') // the digest of what came here last
  const abort = new AbortController()
  let ready: Blob | null = null
  let key = ''

  async function take(file: File): Promise<void> {
    step.value = 'checking'
    problem.value = null
    name.value = file.name
    key = newKey()
    ready = await prepared(file, limits().max_bytes)
    checked.value = await check(ready, limits())
    if (checked.value.stops.length > 0) step.value = 'idle'
    else if (checked.value.asks.length > 0) step.value = 'asking'
    else await send()
  }

  async function send(): Promise<void> {
    if (!ready) return
    step.value = 'sending'
    share.value = 0
    problem.value = null
    await keep({ order, slot, key, scan: ready, name: name.value })
    const result = await uploadScan(order, slot, ready, key, (now) => (share.value = now), abort.signal).catch(
      () => null,
    )
    if (result === null) return // the page was left; what is kept goes when it is opened again
    if (result.ok || result.problem.status >= 400) await forget(order, slot)
    step.value = result.ok ? 'sent' : 'idle'
    if (!result.ok) {
      problem.value = result.problem
      return
    }
    arrivedAs.value = result.value.sha256
    await arrived()
  }

  const withdraw = () => {
    step.value = 'idle'
    checked.value = null
    ready = null
  }

  // What a reload or a dropped connection interrupted goes on by itself.
  async function resume(): Promise<void> {
    const waiting = await kept(order, slot)
    if (!waiting || step.value !== 'idle') return
    ready = waiting.scan
    key = waiting.key
    name.value = waiting.name
    await send()
  }

  const again = () => (ready ? send() : Promise.resolve())
  onUnmounted(() => abort.abort())
  void resume()
  return { step, share, checked, problem, name, arrivedAs, take, send, withdraw, again }
}
