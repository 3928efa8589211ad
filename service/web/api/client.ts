import { reactive } from 'vue'
import { noAnswer, unreadable, type Problem, type Result } from './problem'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Asking {
  path?: Record<string, string | number>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown // JSON, or a Blob as it is
  key?: string // Idempotency-Key: the same key asks for the same thing once
  ifMatch?: string | null
  headers?: Record<string, string>
  signal?: AbortSignal
  onSent?: (share: number) => void // 0 to 1, while a Blob is on its way
}

// Whether the last request found the server; a banner shows it.
export const connection = reactive({ lost: false })

// Told when the session has ended, so that the page can ask to sign in and come back.
export const session = { ended: () => {} }

// A retry comes after a quarter second, one, four: a phone changing cells, a server being restarted.
const kPauses_ms = [250, 1000, 4000]
const kWorthAnother = new Set([502, 503, 504])

export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function address(template: string, asking: Asking = {}): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(asking.path?.[name] ?? '')),
  )
  const given = Object.entries(asking.query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${path}?${query}` : path
}

interface Answer {
  status: number
  text: string
  header: (name: string) => string | null
}

function headers(asking: Asking): Record<string, string> {
  const said: Record<string, string> = { Accept: 'application/json', ...asking.headers }
  if (asking.body instanceof Blob) said['Content-Type'] = asking.body.type || 'application/octet-stream'
  else if (asking.body !== undefined) said['Content-Type'] = 'application/json'
  if (asking.key) said['Idempotency-Key'] = asking.key
  if (asking.ifMatch) said['If-Match'] = asking.ifMatch
  return said
}

async function fetched(method: Method, url: string, asking: Asking): Promise<Answer> {
  const body = asking.body instanceof Blob ? asking.body : JSON.stringify(asking.body)
  const answer = await fetch(url, {
    method,
    body: asking.body === undefined ? undefined : body,
    headers: headers(asking),
    credentials: 'same-origin',
    cache: 'no-store',
    signal: asking.signal,
  })
  return { status: answer.status, text: await answer.text(), header: (name) => answer.headers.get(name) }
}

// fetch does not say how far an upload has come; the older interface does.
function sent(method: Method, url: string, asking: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    Object.entries(headers(asking)).forEach(([name, value]) => request.setRequestHeader(name, value))
    request.upload.onprogress = ({ loaded, total }) => asking.onSent?.(total ? loaded / total : 0)
    request.onload = () =>
      resolve({
        status: request.status,
        text: request.responseText,
        header: (name) => request.getResponseHeader(name),
      })
    request.onerror = () => reject(new TypeError('network'))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    asking.signal?.addEventListener('abort', () => request.abort())
    request.send(asking.body as Blob)
  })
}

function read<T>(answer: Answer): Result<T> {
  let value: unknown = null
  try {
    value = answer.text === '' ? null : JSON.parse(answer.text)
  } catch {
    return { ok: false, problem: unreadable(answer.status) }
  }
  if (answer.status >= 200 && answer.status < 300) return { ok: true, value: value as T, etag: answer.header('ETag') }
  const problem = value as Problem | null
  if (!problem?.code) return { ok: false, problem: unreadable(answer.status) }
  const wait = Number(answer.header('Retry-After'))
  return { ok: false, problem: { ...problem, status: answer.status, retry_after_s: wait > 0 ? wait : undefined } }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

// What may be said twice without happening twice.
const mayRepeat = (method: Method, asking: Asking) => method !== 'POST' || asking.key !== undefined

async function attempt(method: Method, url: string, asking: Asking): Promise<Answer | null> {
  try {
    return await (asking.onSent ? sent(method, url, asking) : fetched(method, url, asking))
  } catch (error) {
    if (asking.signal?.aborted) throw error
    return null
  }
}

// Asks, and asks again where the connection drops and asking twice does no harm. Nothing is thrown but AbortError.
export async function call<T>(method: Method, template: string, asking: Asking = {}): Promise<Result<T>> {
  const url = address(template, asking)
  const pauses = mayRepeat(method, asking) ? [...kPauses_ms] : []
  for (;;) {
    const answer = await attempt(method, url, asking)
    connection.lost = answer === null
    const wait = pauses.shift()
    if (answer !== null && (wait === undefined || !kWorthAnother.has(answer.status))) {
      const result = read<T>(answer)
      if (!result.ok && result.problem.code === 'SIGNED_OUT') session.ended()
      return result
    }
    if (wait === undefined) return { ok: false, problem: noAnswer }
    await pause(wait)
  }
}
