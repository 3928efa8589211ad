import type { Case, QueueItem } from '@/desk/wire/review'
import { caseOf, queueItem } from './cases'
import { drawn } from './picture'
import { Refusal, answer, drawing, person, type Rows } from './server'

// A reviewer's morning: four cases, taken one after the other.

export interface Review {
  rows: Rows
  cases: Map<string, Case>
  decided: string[]
}

const queueOf = (items: QueueItem[]) => ({
  items,
  next: null,
  waiting: items.length,
  mine: items.filter((item) => item.mine).length,
  late: items.filter((item) => item.late).length,
})

export function reviewing(): Review {
  const cases = new Map<string, Case>()
  cases.set('26YT0001', caseOf('26YT0001', 0, { organisation: '' }))
  cases.set('26YT0002', caseOf('26YT0002', 1, { organisation: '', defect: 'licence' }))
  cases.set(
    '26YT0003',
    caseOf('26YT0003', 2, {
      organisation: '',
      defect: 'seal_sheet',
      refused: 'seal_sheet',
    }),
  )
  cases.set('26YT0004', caseOf('26YT0004', 3, { organisation: '' }))
  const decided: string[] = []
  const held = new Set<string>()
  const open = () => [...cases.keys()].filter((id) => !decided.includes(id))
  const first = () => open().find((id) => held.has(id)) ?? open()[0]
  const isHeld = (id: string) => held.has(id) && !decided.includes(id)
  const rows: Rows = {
    'GET me': () => person(['reviewer']),
    'GET review/queue': () =>
      queueOf(open().map((id, nth) => queueItem(cases.get(id)!, [4, 38, 61, 12][nth % 4]!, held.has(id)))),
    'POST review/next': () => {
      const order = first()
      if (!order) return undefined
      held.add(order)
      return cases.get(order)
    },
    'POST orders/:order/claim': ({ names }) => {
      held.add(names.order!)
      return cases.get(names.order!)!.order
    },
    'POST orders/:order/release': ({ names }) => {
      held.delete(names.order!)
      return cases.get(names.order!)!.order
    },
    'GET review/:order/case': ({ names }) =>
      isHeld(names.order!)
        ? cases.get(names.order!)
        : new Refusal(404, 'NOT_FOUND', '没有这样的内容。', 'There is no such thing.'),
    'POST review/:order/heartbeat': ({ names }) => ({
      until: cases.get(names.order!)!.until,
    }),
    'POST review/:order/decision': ({ names, json }) => {
      const shown = cases.get(names.order!)!
      if (!isHeld(names.order!) || json.digest !== shown.digest)
        return new Refusal(
          412,
          'CHANGED',
          '您看到的内容已经变了，请重新查看。',
          'What was shown is not what there is. Look again.',
        )
      decided.push(names.order!)
      held.delete(names.order!)
      const next = first()
      if (next) held.add(next)
      return answer(200, {
        outcome: 'approved',
        version: 20,
        next: next ? cases.get(next) : null,
      })
    },
    'GET orders/:order/documents/:slot/picture': ({ names }) => {
      const shown = cases.get(names.order!)!
      const document = shown.documents.find((one) => one.slot === names.slot)!
      return drawing(drawn(document.name.zh, shown.order.organisation.name, shown.order.organisation.credit_code))
    },
  }
  return { rows, cases, decided }
}
