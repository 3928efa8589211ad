import { computed, inject, onUnmounted, provide, ref, type InjectionKey } from 'vue'
import { asked } from '@/api/asked'
import { newKey } from '@/api/client'
import { follow } from '@/api/events'
import { readOrder, tell, type Command } from '@/api/orders'
import type { Problem } from '@/api/problem'
import type { Order } from '@/api/types'
import { catalogue, operationOf, projectNamed, variantOf } from '../catalogue'

// Codes of partners appear beside the order, which is no newer for them: nothing is told, so it is asked.
const kAsksForCode_ms = 1500
const awaitsCode = ({ attempts, verification }: Order) =>
  attempts.some(({ state, code_url }) => state === 'open' && !code_url) ||
  (verification.needed && verification.state === 'pending' && !verification.url)

// The order a page is about, kept up to date while the page is open.
export function openOrder(id: string) {
  const order = asked<Order>(() => readOrder(id))
  const projects = catalogue()
  const reported = ref<Record<string, number>>({}) // slot -> how often a report of it was told

  const stop = follow(id, {
    order: ({ version }) => {
      if (version > (order.value.value?.version ?? 0)) void order.again()
    },
    report: ({ slot }) => {
      reported.value = { ...reported.value, [slot]: (reported.value[slot] ?? 0) + 1 }
      void order.again()
    },
    again: () => void order.again(),
  })
  const asking = setInterval(() => {
    if (order.value.value && awaitsCode(order.value.value)) void order.again()
  }, kAsksForCode_ms)
  onUnmounted(() => {
    stop()
    clearInterval(asking)
  })

  const project = computed(() => projectNamed(projects.value.value, order.value.value?.project.code ?? ''))
  const operation = computed(() => operationOf(project.value, order.value.value?.operation.code ?? ''))
  const variant = computed(() => variantOf(operation.value, order.value.value?.variant.code ?? ''))

  // Says a command of the version on screen. What another seat has changed meanwhile is shown before it is said again.
  async function say(command: Command, body: unknown, key = newKey()): Promise<Problem | null> {
    const version = order.value.value?.version
    const result = await tell(id, command, body, key, version === undefined ? null : `"${version}"`)
    if (result.ok) order.put(result.value)
    else if (result.problem.status === 412 || result.problem.status === 409) await order.again()
    return result.ok ? null : result.problem
  }
  return { id, ...order, project, operation, variant, reported, say }
}

export type OpenOrder = ReturnType<typeof openOrder>

const kOpen: InjectionKey<OpenOrder> = Symbol('order')

export const shareOrder = (order: OpenOrder) => provide(kOpen, order)

// Of the parts of an order's page, which are only there when the order is.
export function theOrder() {
  const open = inject(kOpen)
  if (!open) throw new Error('no order is open')
  const order = computed(() => open.value.value!)
  const may = (command: Order['may'][number]) => order.value.may.includes(command)
  return { ...open, order, may }
}
