import type { Order, OrderLine, Slot } from '@/desk/wire/order'

// Orders of organisations that do not exist.

const word = (code: string, zh: string, en: string) => ({ code, zh, en })
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
export { hoursAgo, word }

export const kSlots: [string, string, string][] = [
  ['application_form', '申请表', 'Application form'],
  ['licence', '营业执照', 'Business licence'],
  ['id_card', '经办人身份证', "Agent's identity card"],
  ['authorisation_letter', '法人授权委托书', 'Authorisation letter'],
  ['seal_sheet', '电子签章采集表', 'Seal sheet'],
]

export const digestOf = (text: string): string => {
  let state = 0x811c9dc5
  const next = (index: number) => (state = Math.imul(state ^ (text.charCodeAt(index % text.length) + index), 0x01000193) >>> 0)
  return Array.from({ length: 8 }, (_, index) => next(index).toString(16).padStart(8, '0')).join('')
}

const slotOf = (order: string, [id, zh, en]: [string, string, string]): Slot => ({
  id,
  name: { zh, en },
  from_template: id !== 'licence' && id !== 'id_card',
  required: true,
  document: {
    sha256: digestOf(`${order}/${id}`),
    uploaded_at: hoursAgo(5),
    inspected: true,
    outdated: false,
    verdict: 'accept',
    blocking: [],
    decision: 'none',
    reasons: [],
    overridden: false,
  },
})

const kOrganisations: [string, string][] = [
  ['江西石青环保科技有限公司', '91369999128467558J'],
  ['拟安市例成建设工程有限公司', '91369999769247504Y'],
  ['仿城市例成消防工程有限公司', '91369999MAF67EW85D'],
  ['样州市朱泥建设工程有限责任公司', '91369999MA7983384T'],
  ['例溪市松烟综合门诊部', '523699990011175854'],
]

const kStatus: Record<string, ReturnType<typeof word>> = {
  awaiting_reviewer: word('under_review', '正在审核', 'Under review'),
  in_review: word('under_review', '正在审核', 'Under review'),
  in_transit: word('in_process', '正在受理', 'In process'),
  paper_received: word('in_process', '正在受理', 'In process'),
  paper_wrong: word('in_process', '正在受理', 'In process'),
  agent_unreachable: word('in_process', '正在受理', 'In process'),
  paper_right: word('in_process', '正在受理', 'In process'),
  making: word('in_process', '正在受理', 'In process'),
  seal_supplement: word('certificate_made', '制证完成', 'Certificate made'),
  awaiting_courier: word('certificate_made', '制证完成', 'Certificate made'),
  awaiting_collection: word('certificate_made', '制证完成', 'Certificate made'),
  issued: word('issued', '已发放', 'Issued'),
}

export function orderOf(id: string, stage: string, nth: number, more: Partial<Order> = {}): Order {
  const [name, credit_code] = kOrganisations[nth % kOrganisations.length]!
  const paid = !['awaiting_reviewer', 'in_review'].includes(stage)
  return {
    id,
    version: 12,
    organisation: { name, credit_code },
    project: word('yingtan_sunshine', '鹰潭市阳光采购服务平台', 'Yingtan Sunshine Procurement Platform'),
    operation: word('new', '新制', 'New'),
    variant: word('main', '主锁（含电子签章）', 'Main key with electronic seal'),
    status: kStatus[stage]!,
    payment_status: paid ? word('paid', '支付成功', 'Paid') : word('none', '无', 'None'),
    stage,
    void: false,
    waiting: { what: 'a_reviewer', zh: '等待我们处理。', en: 'Waiting for us.', turn: 'reviewer', since: hoursAgo(3 + nth * 7), until: hoursAgo(nth * 9 - 14) },
    agent: { name: '样例经办', mobile: '13800000001' },
    fee_fen: 22000,
    begun_at: hoursAgo(60),
    generation: 1,
    recipient: { person: { name: '样例收件', mobile: '13800000002' }, address: '江西省仿城市样县拟镇例成路 8 号' },
    delivery: 'courier',
    verification: { state: 'passed', needed: true, at: hoursAgo(20), channel: 'face' },
    slots: kSlots.map((slot) => slotOf(id, slot)),
    missing: [],
    may: [],
    attempts: paid ? [{ id: `${id}-1`, channel: 'wechat', state: 'settled', amount_fen: 22000 }] : [],
    refunds: [],
    parcel: paid ? { carrier: 'SF', number: `SF10${String(1000000000 + nth)}` } : null,
    quarantined: [],
    paper_faults: [],
    calls: [],
    chosen: null,
    made: null,
    made_at: null,
    supplement: null,
    dispatched: null,
    collected: null,
    invoice: null,
    replaces: null,
    replaced_by: null,
    ...more,
  }
}

const kMay: Record<string, string[]> = {
  in_transit: ['parcel', 'calls'],
  paper_received: ['paper-check', 'parcel', 'calls'],
  paper_wrong: ['calls', 'courier-number', 'parcel'],
  agent_unreachable: ['calls', 'courier-number', 'parcel'],
  paper_right: ['making', 'second-person', 'calls'],
  making: ['making-failure', 'calls'],
  seal_supplement: ['calls', 'courier-number', 'parcel', 'seal-made'],
  awaiting_courier: ['dispatch', 'seal-fault', 'delivery', 'calls'],
  awaiting_collection: ['handover', 'seal-fault', 'delivery', 'calls'],
  issued: ['invoice-data', 'calls', 'refund'],
}

export function someOrders(): Map<string, Order> {
  const all = Object.entries(kMay).map(([stage, may], nth) => orderOf(`26YT${String(7001 + nth)}`, stage, nth, { may }))
  const of = (stage: string) => all.find((order) => order.stage === stage)!
  of('paper_wrong').paper_faults = [{ slot: 'seal_sheet', fault: '法人章编码看不清' }]
  of('agent_unreachable').calls = [{ at: hoursAgo(5), by: 'operator-1', reached: false, note: '无人接听' }]
  of('seal_supplement').supplement = { fault: '公章边框缺一段', since: hoursAgo(20), contacted: null, sent: null, received: false }
  const issued = of('issued')
  issued.made_at = hoursAgo(50)
  issued.refunds = [{ id: 'r1', state: 'asked', amount_fen: 22000, reason: '项目选错', asked_at: hoursAgo(9), letter_sha256: digestOf('letter') }]
  issued.may = [...issued.may, 'refund-approval', 'refund-refusal', 'second-person']
  issued.invoice = { data: { title: issued.organisation.name, tax_id: issued.organisation.credit_code, email: 'fapiao@example.com' }, given_at: hoursAgo(40), number: null, issued_at: null }
  const reissue = orderOf('26JG7101', 'paper_right', 1, {
    may: ['making', 'second-person', 'second-person-confirmation', 'calls'],
    operation: word('reissue', '补办', 'Reissue'),
    chosen: { serial: '5A1C0093', key_id: 'HT20331', valid_until: hoursAgo(-4000) },
    approvals: [{ matter: 'revoke_by_reissue', asked_by: 'operator-2', asked_at: hoursAgo(2), reason: '申请人丢失原锁', confirmed_by: null }],
  })
  return new Map([...all, reissue].map((order) => [order.id, order]))
}

export const lineOf = (order: Order): OrderLine => order
