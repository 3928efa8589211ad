import { exchange, get, newKey, part, post, type Query } from '../wire/client'
import type { Happening, Matter, Order, OrderLine, Page, StageCode, Subject } from '../wire/order'

export const orderOf = (order: string, signal?: AbortSignal) => get<Order>(`orders/${part(order)}`, {}, signal)

export const historyOf = (order: string, signal?: AbortSignal) =>
  get<Page<Happening>>(`orders/${part(order)}/history`, {}, signal).then((page) => page.items)

export const subjectOf = (order: string, matter: Matter) => get<Subject>(`orders/${part(order)}/subjects/${matter}`)

export const linesOf = (query: Query, after: string | null, signal?: AbortSignal) =>
  get<Page<OrderLine>>('orders', { ...query, after: after ?? undefined, limit: 50 }, signal)

// Several stages of the work of one desk, the longest waiting first.
export async function linesIn(stages: StageCode[], signal?: AbortSignal): Promise<OrderLine[]> {
  const pages = await Promise.all(stages.map((stage) => linesOf({ stage }, null, signal)))
  return pages.flatMap((page) => page.items).sort((one, other) => one.waiting.since.localeCompare(other.waiting.since))
}

// Says a command about the order as it is on the screen; what comes back is the order after it.
export const say = (order: Order, path: string, body: unknown, key = newKey()) =>
  post<Order>(`orders/${part(order.id)}/${path}`, body, { key, ifMatch: `"${order.version}"` })

export const keepEvidence = (file: Blob) =>
  exchange<{ sha256: string }>('POST', 'evidence', { body: file }).then((told) => told.value.sha256)
