import { call, newKey, session, type Asking, type Method } from '@/api/client'
import { noAnswer, sentence, type Problem } from '@/api/problem'
import type { Text } from '@/messages/messages'

export { newKey }

// Pages of the desk know one kind of failure, thrown: what the server refused, in both languages.
export class Refused extends Error implements Text {
  readonly zh: string
  readonly en: string

  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.title}`)
    this.zh = sentence(problem, 'zh')
    this.en = sentence(problem, 'en')
  }

  get code(): string {
    return this.problem.code
  }

  get status(): number {
    return this.problem.status
  }
}

export const unreached = () => new Refused(noAnswer)

export type Query = NonNullable<Asking['query']>

// Told whenever the server no longer knows who asks.
export function whenSignedOut(then: () => void): void {
  session.ended = then
}

export interface Told<T> {
  value: T
  etag: string | null
}

export async function exchange<T>(method: Method, path: string, asking: Asking = {}): Promise<Told<T>> {
  const result = await call<T>(method, `/api/v1/${path}`, asking)
  if (!result.ok) throw new Refused(result.problem)
  return result
}

const valueOf = <T>(told: Promise<Told<T>>): Promise<T> => told.then((one) => one.value)

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
  valueOf(exchange<T>('GET', path, { query, signal }))

// Without a body where there is nothing to say: such routes take none.
export const post = <T>(path: string, body?: unknown, asking: Asking = {}) =>
  valueOf(exchange<T>('POST', path, { body, ...asking }))

export const put = <T>(path: string, body: unknown, asking: Asking = {}) =>
  valueOf(exchange<T>('PUT', path, { body, ...asking }))

export const patch = <T>(path: string, body: unknown) => valueOf(exchange<T>('PATCH', path, { body }))

export const remove = (path: string) => valueOf(exchange<void>('DELETE', path))

// Parts of paths come from the server and from barcodes: never trusted to hold no slash.
export const part = encodeURIComponent
