import { get, part, post } from '../wire/client'
import type { Case, DecisionSent, Queue } from '../wire/review'
import { prepare } from '../viewer/pictures'

// The reviewer's side of the server, and the case after this one, claimed and fetched while this one is looked at.

export const queueOf = (most: number, signal?: AbortSignal) => get<Queue>('review/queue', { limit: most }, signal)

export const caseOf = (order: string, signal?: AbortSignal) => get<Case>(`review/${part(order)}/case`, {}, signal)

export const heartbeat = (order: string) => post<{ until: string }>(`review/${part(order)}/heartbeat`)

export const decide = (order: string, decision: DecisionSent) =>
  post<{ next: Case | null }>(`review/${part(order)}/decision`, decision)

const claim = (order: string) => post(`orders/${part(order)}/claim`)

// What is given back must reach the server though the page goes away.
export const release = (order: string) =>
  fetch(`/api/v1/orders/${part(order)}/release`, {
    method: 'POST',
    credentials: 'same-origin',
    keepalive: true,
  }).catch(() => {})

// Taken from the queue, or the one held already. Nothing: there is none.
export async function takeNext(): Promise<string | null> {
  const taken = await post<Case | null>('review/next')
  if (taken) keepAhead(taken)
  return taken?.order.id ?? null
}

const TRIES = 3 // colleagues take from the same end of the queue

async function claimOneMore(current: string): Promise<string | null> {
  const { items } = await queueOf(TRIES + 2)
  const held = items.find((item) => item.held && item.order !== current)
  if (held) return held.order
  for (const item of items.filter((one) => !one.held && !one.asks_second).slice(0, TRIES)) {
    if (
      await claim(item.order).then(
        () => true,
        () => false,
      )
    )
      return item.order
  }
  return null
}

export interface Ahead {
  order: string
  shown: Promise<Case>
}

let ahead: Ahead | null = null

async function fetchWhole(order: string): Promise<Case> {
  const shown = await caseOf(order)
  await Promise.all(shown.documents.slice(0, 1).map((document) => prepare(document.picture).catch(() => {})))
  void Promise.all(shown.documents.slice(1).map((document) => prepare(document.picture).catch(() => {})))
  return shown
}

// Claims and fetches the case after `current`, once.
export async function lookAhead(current: string): Promise<void> {
  if (ahead && ahead.order !== current) return
  const order = await claimOneMore(current).catch(() => null)
  ahead = order ? { order, shown: fetchWhole(order) } : null
}

// The case, from what was fetched ahead where it is that one.
export function open(order: string, signal: AbortSignal): Promise<Case> {
  if (ahead?.order !== order) return caseOf(order, signal)
  const { shown } = ahead
  ahead = null
  return shown.catch(() => caseOf(order, signal))
}

// A case the server gave with its answer; its pictures may be here already.
export function keepAhead(given: Case): void {
  ahead = { order: given.order.id, shown: Promise.resolve(given) }
}

// Whoever leaves the desk gives back what he was about to get.
export function letGo(): void {
  if (ahead) void release(ahead.order)
  ahead = null
}
