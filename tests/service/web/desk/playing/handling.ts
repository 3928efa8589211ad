import type { Order } from '@/desk/wire/order'
import { stage } from '../../support/an_order'
import { digestOf, hoursAgo, lineOf, subjectLine } from './orders'
import { unknown, type Asked, type Rows } from './server'

// Orders that can be handled: found, said commands about, agreed on by two.

export function orderRows(orders: Map<string, Order>, who: () => string): Rows {
  const of = ({ names }: Asked) => orders.get(names.order!) ?? unknown()
  const to = (order: Order, change: Partial<Order>) => Object.assign(order, change, { version: order.version + 1 })
  const change = (by: (order: Order, json: Record<string, unknown>) => Partial<Order>) => (asked: Asked) => {
    const order = orders.get(asked.names.order!)
    return order ? to(order, by(order, asked.json)) : unknown()
  }
  return {
    'GET orders': ({ query }) => {
      const asked = query.get('stage')
      const items = [...orders.values()].filter(
        (order) =>
          (!asked || order.stage.code === asked) && (query.get('turn') !== 'finance' || order.refunds.length > 0),
      )
      return { items: items.map(lineOf), next: null }
    },
    'GET orders/:order': of,
    'GET orders/:order/history': () => ({
      items: [
        {
          number: 1,
          at: hoursAgo(60),
          by: { role: 'applicant', zh: '经办人', en: 'agent', id: 'seat-1' },
          event: 'begun',
          zh: '开始申请',
          en: 'Begun',
        },
        {
          number: 2,
          at: hoursAgo(40),
          by: { role: 'system', zh: '系统', en: 'system' },
          event: 'payment_settled',
          zh: '支付成功',
          en: 'Paid',
        },
        {
          number: 3,
          at: hoursAgo(20),
          by: { role: 'post_room', zh: '收件人员', en: 'post room', id: 'operator-1' },
          event: 'parcel_received',
          zh: '收到邮件',
          en: 'Parcel received',
        },
      ],
      next: null,
    }),
    'GET orders/:order/subjects/:matter': ({ names }) => ({
      matter: names.matter,
      text: `order 8: ${names.order}\nrevokes 8: 5A1C0093\n`,
      digest: digestOf('subject'),
      lines: [
        subjectLine('订单', 'Order', names.order!),
        subjectLine('将吊销的证书', 'Certificate to be revoked', '5A1C0093'),
        subjectLine('营业执照', 'Business licence', digestOf('licence'), 'digest'),
      ],
    }),
    'POST orders/:order/second-person-confirmation': change((order) => ({
      second_person: order.second_person.map((one) => ({
        ...one,
        confirmed_by: who(),
      })),
    })),
    'POST orders/:order/making': change(() => ({
      stage: stage('making'),
      may: ['note_making_failed', 'log_call'],
    })),
    'POST orders/:order/parcel': change((_, json) => ({
      stage: stage('paper_received'),
      parcel: json as never,
      may: ['check_paper', 'log_call'],
    })),
    'POST orders/:order/paper-check': change((_, json) =>
      (json.items as { good: boolean }[]).every((one) => one.good)
        ? {
            stage: stage('paper_right'),
            may: [],
          }
        : {
            stage: stage('paper_wrong'),
            may: ['log_call'],
          },
    ),
    'POST orders/:order/calls': change((order, json) => ({
      calls: [
        ...order.calls,
        {
          at: hoursAgo(0),
          by: who(),
          reached: json.reached === true,
          note: String(json.note ?? ''),
        },
      ],
    })),
    'GET post-room/:code': ({ names }) => {
      const order = orders.get(names.code!)
      if (!order) return unknown()
      const expected = order.stage.code === 'in_transit'
      return {
        answer: expected ? 'expected' : 'late',
        zh: expected ? '等的就是它：请登记并核对。' : '这一单现在不等包裹，请看订单。',
        en: expected ? 'It is expected: take it in and check it.' : 'No parcel of this order is due. See the order.',
        code: { document: 'application_form', generation: 1, signed: true },
        order_id: order.id,
        order,
      }
    },
  }
}
