import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Role } from '@/desk/wire/account'
import { takesNothing } from '../../support/bodiless'
import { catalogue } from '../../support/catalogue'
import { serve } from '../../support/site'

// The interface as the staff pages know it, played: rows of a method, a pattern and what is answered.

export interface Asked {
  names: Record<string, string>
  query: URLSearchParams
  json: Record<string, unknown>
  raw: Buffer
}

export interface Answered {
  status: number
  json?: unknown
  type?: string
  text?: string | Buffer
}

export type Answering = (asked: Asked) => unknown
export type Rows = Record<string, Answering> // "GET orders/:order"

export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly zh: string,
    readonly en: string,
  ) {}
}

export const answer = (status: number, json?: unknown): Answered => ({
  status,
  json,
})
export const drawing = (text: string): Answered => ({
  status: 200,
  type: 'image/svg+xml',
  text,
})

const isAnswered = (told: unknown): told is Answered =>
  typeof told === 'object' && told !== null && 'status' in told && ('json' in told || 'text' in told)

function fit(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const names: Record<string, string> = {}
  const fits = wanted.every((step, index) => {
    if (!step.startsWith(':')) return step === given[index]
    names[step.slice(1)] = decodeURIComponent(given[index]!)
    return true
  })
  return fits ? names : null
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function jsonOf(raw: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(raw.toString('utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}

function tell(response: ServerResponse, told: unknown): void {
  if (told instanceof Refusal) {
    const problem = {
      type: 'about:blank',
      title: told.en,
      detail: told.zh,
      status: told.status,
      code: told.code,
      request: 'r-7f3a',
    }
    response.writeHead(told.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem))
  } else if (isAnswered(told) && told.text !== undefined) {
    response
      .writeHead(told.status, {
        'Content-Type': told.type!,
        'Cache-Control': 'no-store',
      })
      .end(told.text)
  } else {
    const { status, json } = isAnswered(told) ? told : { status: told === undefined ? 204 : 200, json: told }
    response
      .writeHead(status, { 'Content-Type': 'application/json' })
      .end(json === undefined ? '' : JSON.stringify(json))
  }
}

export interface Desk {
  origin: string
  asked: { what: string; json: Record<string, unknown> }[]
  close: () => void
}

export const unknown = () => new Refusal(404, 'NOT_FOUND', '没有这样的内容。', 'There is no such thing.')

const tooLarge = () => new Refusal(413, 'BODY_TOO_LARGE', '文件过大。', 'The body is too large.')

// Who works here, for everybody who works here.
export const kColleagues = [
  { id: 'reviewer-1', name: '虚审核' },
  { id: 'operator-1', name: '虚收件' },
  { id: 'operator-2', name: '虚制证' },
  { id: 'author-1', name: '虚规则' },
  { id: 'author-2', name: '虚复核' },
]
const kHouse: Rows = {
  'GET colleagues': () => ({ items: kColleagues, next: null }),
  'GET catalogue': catalogue,
}

export async function play(rows: Rows): Promise<Desk> {
  const asked: Desk['asked'] = []
  const site = await serve((request, response) => {
    void (async () => {
      const url = new URL(request.url!, 'http://x')
      const path = url.pathname.replace('/api/v1/', '')
      const raw = await bodyOf(request)
      const json = jsonOf(raw)
      asked.push({ what: `${request.method} ${path}`, json })
      if (raw.length > 0 && takesNothing(request.method!, `/${path}`)) return tell(response, tooLarge())
      for (const [row, answering] of Object.entries({ ...kHouse, ...rows })) {
        const [method, pattern] = row.split(' ') as [string, string]
        const names = method === request.method ? fit(pattern, path) : null
        if (names) return tell(response, await answering({ names, query: url.searchParams, json, raw }))
      }
      return tell(response, unknown())
    })()
  })
  return { ...site, asked }
}

export const person = (roles: Role[], id = 'reviewer-1') => ({
  id,
  name: '样例职员',
  roles,
  organisation: null,
  second_factor: true,
})
