import assert from 'node:assert/strict'
import type { Demo } from './demo'
import { until } from './until'

// Everybody outside, by the buttons of their page; and the desk of an invented applicant, where the papers of an order
// lie printed, signed, stamped and scanned.

export interface Person {
  seed: number
  credit_code: string
  name: string
  legal_person: string
  agent: string
  mobile: string
  address: string
}

export interface Paper {
  name: string
  mimeType: string
  buffer: Buffer
}

export type Flaw = 'faded_seal' | 'no_seal'

async function form(url: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  assert.ok(answer.ok, `${url}: ${answer.status}`)
  return answer.text()
}

export function outside(demo: Demo) {
  const press = (act: string, key: string, of = '') => form(`${demo.outside}/do`, { act, key, of })
  const pressKey = (act: string, key: string) => form(`${demo.keys}/do`, { act, key })
  const read = new Set<string>()
  const isDone = (page: string) => !page.includes('没有可做的') || undefined

  return {
    async person(seed: number): Promise<Person> {
      const answer = await fetch(`${demo.outside}/office/applicants/${seed}`)
      return { seed, ...((await answer.json()) as Omit<Person, 'seed'>) }
    },

    // The last code sent to a telephone that was not read before.
    code: (mobile: string) =>
      until(`a code for ${mobile}`, async () => {
        const page = await (await fetch(demo.outside)).text()
        const rows = [
          ...page.matchAll(/<td>[^<]*<\/td><td>([^<]*)<\/td><td><code>[^<]*<\/code><\/td><td class="words">([^<]*)/g),
        ]
        const mine = rows.find(([, phone, blanks]) => phone!.endsWith(mobile) && /\d{6}/.test(blanks!))
        const code = /\d{6}/.exec(mine?.[2] ?? '')?.[0]
        if (!code || read.has(code)) return undefined
        read.add(code)
        return code
      }),

    async paper(order: string, slot: string, flaw?: Flaw): Promise<Paper> {
      const answer = await fetch(`${demo.outside}/office/orders/${order}/${slot}${flaw ? `?flaw=${flaw}` : ''}`)
      if (!answer.ok) assert.fail(`no paper for ${slot}: ${await answer.text()}`)
      const mimeType = answer.headers.get('Content-Type')!
      return { name: `${slot}.${mimeType.slice(6)}`, mimeType, buffer: Buffer.from(await answer.arrayBuffer()) }
    },

    verify: (order: string, passed = true) =>
      until(`${order} to be verified`, async () => isDone(await press(passed ? 'verify' : 'verify_fail', order))),
    pay: (attempt: string, channel: 'wechat' | 'alipay') =>
      until(`${attempt} to be paid`, async () => isDone(await press('pay', attempt, channel))),

    // The tax office issues what it was asked for; the program looks for it every minute.
    invoice: () =>
      until('an invoice to be asked for', async () => {
        const [, issued] = /开具发票 (\d+) 张/.exec(await press('invoices', '')) ?? []
        return Number(issued) > 0 || undefined
      }),

    // Every callback comes so much later.
    slowly: (delay_ms: number) =>
      form(`${demo.outside}/do`, {
        act: 'mischief',
        drop: '0',
        twice: '0',
        late: '0',
        forge: '0',
        delay: `${delay_ms}`,
      }),

    newKey: async () => (await fetch(`${demo.keys}/new-key`)).text(),
    insertKey: (key_id: string) => pressKey('insert', key_id),
    pullKey: (key_id: string) => pressKey('pull', key_id),
  }
}

export type Outside = ReturnType<typeof outside>
