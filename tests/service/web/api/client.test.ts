import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { address, call, connection, newKey, session } from '@/api/client'

type Answering = (request: IncomingMessage, response: ServerResponse, nth: number) => void

// A server for one test; what is asked of it is counted.
async function against(answering: Answering, ask: (origin: string) => Promise<void>): Promise<number> {
  let asked = 0
  const server = createServer((request, response) => answering(request, response, ++asked))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
  return asked
}

const problem = (response: ServerResponse, status: number, code: string) => {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' })
  response.end(
    JSON.stringify({
      type: 'about:blank',
      title: 'No',
      detail: '不行',
      status,
      code,
      request: 'r1',
    }),
  )
}

test('an address has its names filled in and encoded, and no empty question', () => {
  assert.equal(
    address('/o/{order}/d/{slot}', { path: { order: 'A/1', slot: '执照' } }),
    '/o/A%2F1/d/%E6%89%A7%E7%85%A7',
  )
  assert.equal(address('/o', { query: { status: 'draft', after: undefined, late: true } }), '/o?status=draft&late=true')
  assert.equal(address('/o', { query: { after: '' } }), '/o')
})

test('an answer is a value with its version', async () => {
  await against(
    (_, response) => response.writeHead(200, { ETag: '"7"' }).end('{"id":"X"}'),
    async (origin) => {
      const result = await call<{ id: string }>('GET', `${origin}/orders/X`)
      assert.deepEqual(result, { ok: true, value: { id: 'X' }, etag: '"7"' })
    },
  )
})

test('a problem is a value, with what the server says to wait', async () => {
  await against(
    (_, response) => {
      response.setHeader('Retry-After', '30')
      problem(response, 429, 'TOO_MANY')
    },
    async (origin) => {
      const result = await call('GET', origin)
      assert.ok(!result.ok)
      assert.equal(result.problem.code, 'TOO_MANY')
      assert.equal(result.problem.retry_after_s, 30)
    },
  )
})

test('what is no JSON is a problem and not an exception', async () => {
  await against(
    (_, response) => response.writeHead(200).end('<html>'),
    async (origin) => {
      const result = await call('GET', origin)
      assert.ok(!result.ok && result.problem.code === 'UNREADABLE_ANSWER')
    },
  )
})

test('a dropped connection is tried again, under the same key', async () => {
  const keys: (string | undefined)[] = []
  const asked = await against(
    (request, response, nth) => {
      keys.push(request.headers['idempotency-key'] as string)
      if (nth === 1) request.socket.destroy()
      else response.writeHead(201).end('{"id":"X"}')
    },
    async (origin) => {
      const result = await call('POST', origin, {
        body: { project: 'p' },
        key: newKey(),
      })
      assert.ok(result.ok)
      assert.equal(connection.lost, false)
    },
  )
  assert.equal(asked, 2)
  assert.equal(keys[0], keys[1])
  assert.match(keys[0]!, /^[\w-]{8,64}$/)
})

test('what must not happen twice is not asked twice', async () => {
  const asked = await against(
    (request) => request.socket.destroy(),
    async (origin) => {
      const result = await call('POST', origin, { body: {} })
      assert.ok(!result.ok && result.problem.code === 'NO_ANSWER')
      assert.equal(connection.lost, true)
    },
  )
  assert.equal(asked, 1)
})

test('the end of the session is told', async () => {
  let told = false
  session.ended = () => (told = true)
  await against(
    (_, response) => problem(response, 401, 'SIGNED_OUT'),
    async (origin) => void (await call('GET', origin)),
  )
  assert.ok(told)
})
