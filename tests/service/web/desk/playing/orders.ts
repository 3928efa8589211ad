import { createHash } from 'node:crypto'
import type { Order, OrderLine, StageCode, SubjectLine } from '@/desk/wire/order'
import { coded, document, order, payment, slots, stage, status } from '../../support/an_order'

// Orders of organisations that do not exist, as they come by the desks.

export const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const kOrganisations: [string, string][] = [
  ['江西石青环保科技有限公司', '91369999128467558J'],
  ['拟安市例成建设工程有限公司', '91369999769247504Y'],
  ['仿城市例成消防工程有限公司', '91369999MAF67EW85D'],
  ['样州市朱泥建设工程有限责任公司', '91369999MA7983384T'],
  ['例溪市松烟综合门诊部', '523699990011175854'],
]

const kStatus: Partial<Record<StageCode, Order['status']['code']>> = {
  awaiting_reviewer: 'under_review',
  in_review: 'under_review',
  seal_supplement: 'certificate_made',
  awaiting_courier: 'certificate_made',
  awaiting_collection: 'certificate_made',
  issued: 'issued',
}

// What the server says an order at this stage waits for, when nothing else is the matter.
const kWaits: Partial<Record<StageCode, string>> = {
  in_transit: 'transport',
  paper_received: 'paper_check',
  paper_wrong: 'paper_supplement',
  agent_unreachable: 'telephone',
  paper_right: 'making',
  making: 'making_ends',
  seal_supplement: 'seal_contact',
  awaiting_courier: 'courier',
  awaiting_collection: 'collection',
  issued: 'nothing',
}

const paidWith = (id: string): Pick<Order, 'attempts' | 'parcel' | 'payment_status'> => ({
  payment_status: payment('paid'),
  parcel: { carrier: 'SF', number: `SF10${digestOf(id).replace(/\D/g, '').slice(0, 10)}` },
  attempts: [
    {
      id: `${id}-1`,
      channel: 'wechat',
      state: 'settled',
      amount_fen: 22000,
      opened_at: hoursAgo(70),
      paid_fen: 22000,
      paid_at: hoursAgo(69),
      code_url: null,
    },
  ],
})

export function orderOf(id: string, at: StageCode, nth: number, more: Partial<Order> = {}): Order {
  const [name, credit_code] = kOrganisations[nth % kOrganisations.length]!
  const isPaid = kStatus[at] !== 'under_review'
  return order({
    id,
    version: 12,
    begun_at: hoursAgo(60),
    organisation: { name, credit_code },
    project: coded('yingtan_sunshine', '鹰潭市阳光采购服务平台', 'Yingtan Sunshine Procurement Platform'),
    status: status(kStatus[at] ?? 'in_process'),
    stage: stage(at),
    round: 1,
    slots: slots().map((slot) => ({
      ...slot,
      document: document({ sha256: digestOf(`${id}/${slot.id}`), uploaded_at: hoursAgo(5) }),
    })),
    missing: [],
    may: [],
    waiting: {
      what: kWaits[at] ?? 'a_reviewer',
      zh: '等待我们处理。',
      en: 'Waiting for us.',
      turn: coded('reviewer', '审核人员', 'reviewer'),
      since: hoursAgo(3 + nth * 7),
      until: hoursAgo(nth * 9 - 14),
    },
    ...(isPaid ? paidWith(id) : {}),
    ...more,
  })
}

const kMay: [StageCode, Order['may']][] = [
  ['in_transit', ['note_parcel', 'log_call']],
  ['paper_received', ['check_paper', 'note_parcel', 'log_call']],
  ['paper_wrong', ['log_call', 'enter_courier_number', 'note_parcel']],
  ['agent_unreachable', ['log_call', 'enter_courier_number', 'note_parcel']],
  ['paper_right', ['start_making', 'log_call']],
  ['making', ['note_making_failed', 'log_call']],
  ['seal_supplement', ['log_call', 'enter_courier_number', 'note_parcel', 'note_seal_made']],
  ['awaiting_courier', ['dispatch', 'report_seal_fault', 'choose_delivery', 'log_call']],
  ['awaiting_collection', ['hand_over', 'report_seal_fault', 'choose_delivery', 'log_call']],
  ['issued', ['give_invoice_data', 'log_call', 'refuse_refund', 'ask_second_person']],
]

const waitingFor = (what: string): Pick<Order, 'waiting'> => ({
  waiting: { ...orderOf('', 'issued', 0).waiting, what, since: hoursAgo(2) },
})

const kReissue: Partial<Order> = {
  ...waitingFor('second_person'),
  may: ['start_making', 'confirm_as_second', 'withdraw_question', 'log_call'],
  operation: coded('reissue', '补办', 'Reissue'),
  chosen: {
    serial: '5A1C0093',
    key_id: 'HT20331',
    valid_until: hoursAgo(-4000),
    main_key: true,
  },
  second_person: [
    {
      matter: 'revoke_by_reissue',
      asked_by: 'operator-2',
      asked_at: hoursAgo(2),
      reason: '申请人丢失原锁',
      digest: digestOf('subject'),
      confirmed_by: null,
    },
  ],
}

const kIssued: Partial<Order> = {
  ...waitingFor('refund_decision'),
  made_at: hoursAgo(50),
  refunds: [
    {
      id: 'r1',
      attempt: 'a',
      by_itself: false,
      state: 'asked',
      amount_fen: 22000,
      reason: '项目选错',
      since: hoursAgo(9),
      letter_sha256: digestOf('letter'),
    },
  ],
}

export function someOrders(): Map<string, Order> {
  const all = kMay.map(([stage, may], nth) => orderOf(`26YT${String(7001 + nth)}`, stage, nth, { may }))
  const of = (stage: StageCode) => all.find((order) => order.stage.code === stage)!
  of('paper_wrong').paper_faults = [{ slot: 'seal_sheet', fault: '法人章编码看不清' }]
  of('agent_unreachable').calls = [{ at: hoursAgo(5), by: 'operator-1', reached: false, note: '无人接听' }]
  of('seal_supplement').supplement = {
    fault: '公章边框缺一段',
    since: hoursAgo(20),
    contacted_at: null,
    sent: null,
    received: false,
  }
  Object.assign(of('issued'), kIssued)
  of('issued').invoice.data = {
    title: of('issued').organisation.name,
    tax_id: of('issued').organisation.credit_code,
    email: 'fapiao@example.com',
  }
  return new Map([...all, orderOf('26JG7101', 'paper_right', 1, kReissue)].map((order) => [order.id, order]))
}

export const lineOf = (order: Order): OrderLine => order

// A line of what two persons are shown.
export const subjectLine = (zh: string, en: string, value: string, reads: SubjectLine['reads'] = 'text') => ({
  name: { zh, en },
  value: { zh: value, en: value },
  reads,
})
