import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { kPassword, type Demo } from './demo'
import type { Outside } from './outside'
import { until } from './until'

// Members of the staff, over HTTP: what was seen once in the browser is said here the other times.

type Json = Record<string, any> // eslint-disable-line @typescript-eslint/no-explicit-any

const kLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

// What an authenticator shows now: RFC 6238, six digits, half a minute.
export function shown(secret: string, now_ms = Date.now()): string {
  const bits = [...secret.replace(/=+$/, '')].map((one) => kLetters.indexOf(one).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(now_ms / 30_000)))
  const digest = createHmac('sha1', key).update(step).digest()
  const at = digest[19]! & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export class Session {
  private readonly cookies = new Map<string, string>()
  constructor(readonly site: string) {}

  async ask(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Json> {
    const answer = await fetch(`${this.site}/api/v1/${path}`, {
      method,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'GET' ? {} : { 'Idempotency-Key': randomUUID() }),
        ...(body === undefined ? {} : { 'Content-Type': type }),
      },
      body: type === 'application/json' && body !== undefined ? JSON.stringify(body) : (body as BodyInit | undefined),
    })
    for (const kept of answer.headers.getSetCookie()) {
      const [name, value] = kept.split(';')[0]!.split('=') as [string, string]
      this.cookies.set(name, value)
    }
    const text = await answer.text()
    if (!answer.ok) assert.fail(`${method} ${path}: ${answer.status} ${text}`)
    return text ? (JSON.parse(text) as Json) : {}
  }
  get = (path: string) => this.ask('GET', path)
  post = (path: string, body?: unknown) => this.ask('POST', path, body)
  say = (order: string, command: string, body?: unknown) => this.post(`orders/${order}/${command}`, body)

  // The same session, in a browser.
  async lend(page: Page): Promise<void> {
    const url = this.site.replace('http:', 'https:') // what only TLS may carry, loopback may, too
    const kept = [...this.cookies].map(([name, value]) => ({ name, value, url, secure: true, httpOnly: true }))
    await page.context().addCookies(kept.map((one) => ({ ...one, sameSite: 'Strict' as const })))
  }
}

async function enter(demo: Demo, login: string): Promise<Session> {
  const session = new Session(demo.site)
  await session.post('sessions', { login, password: kPassword })
  const { secret } = await session.post('me/second-factor')
  await session.ask('PUT', 'me/second-factor', { totp: shown(secret) })
  return session
}

const sessions = new Map<string, Promise<Session>>()

// Each signs in once: the second factor is set up the first time, and a number counts once.
export function member(demo: Demo, login: string): Promise<Session> {
  const known = sessions.get(login) ?? enter(demo, login)
  sessions.set(login, known)
  return known
}

export async function stageOf(demo: Demo, order: string): Promise<string> {
  return (await (await member(demo, 'maker')).get(`orders/${order}`)).stage.code
}

export const comesTo = (demo: Demo, order: string, stage: string) =>
  until(`${order} to come to ${stage}`, async () => ((await stageOf(demo, order)) === stage ? true : undefined))

export interface Refusals {
  [slot: string]: string
}

export async function review(demo: Demo, order: string, refused: Refusals = {}, wrongProject = false): Promise<void> {
  await comesTo(demo, order, 'awaiting_reviewer')
  const reviewer = await member(demo, 'reviewer')
  const { slots } = await reviewer.say(order, 'claim')
  for (const { id, document } of slots.filter((slot: Json) => slot.document)) {
    const reasons = refused[id] ? { reasons: [refused[id]] } : {}
    await reviewer.say(order, 'decisions', { slot: id, sha256: document.sha256, accepted: !refused[id], ...reasons })
  }
  if (Object.keys(refused).length > 0) {
    await reviewer.say(order, 'rejection', wrongProject ? { wrong_project: true } : {})
    return
  }
  const { digest } = await reviewer.get(`orders/${order}/subjects/override_finding`)
  await reviewer.say(order, 'approval', { digest })
}

export async function takeParcel(demo: Demo, order: string, number: string): Promise<void> {
  await (await member(demo, 'maker')).say(order, 'parcel', { carrier: 'SF', number })
}

export async function checkPaper(demo: Demo, order: string): Promise<void> {
  const maker = await member(demo, 'maker')
  const { paper, slots, generation } = await maker.get(`orders/${order}`)
  const items = paper.map(({ slot }: Json) => {
    const isForm = slots.find((one: Json) => one.id === slot)?.from_template
    return { slot, good: true, ...(isForm ? { generation } : {}) }
  })
  await maker.say(order, 'paper-check', { items })
}

// What cannot be undone takes two.
export async function agreeOnRevoking(demo: Demo, order: string): Promise<void> {
  const matter = 'revoke_by_reissue'
  for (const [login, command] of [
    ['maker', 'second-person'],
    ['maker2', 'second-person-confirmation'],
  ] as const) {
    const one = await member(demo, login)
    const { digest } = await one.get(`orders/${order}/subjects/${matter}`)
    await one.say(order, command, { matter, digest, ...(login === 'maker' ? { reason: '补办' } : {}) })
  }
}

export async function make(
  demo: Demo,
  outside: Outside,
  order: string,
  then: 'awaiting_courier' | 'awaiting_collection' = 'awaiting_courier',
): Promise<void> {
  const maker = await member(demo, 'maker')
  await maker.ask('PUT', `orders/${order}/key-request`, await outside.newKey(), 'application/pkcs10')
  await maker.say(order, 'making')
  await comesTo(demo, order, then)
}

export async function dispatch(demo: Demo, order: string, number: string): Promise<void> {
  await (await member(demo, 'maker')).say(order, 'dispatch', { carrier: 'SF', number })
}
