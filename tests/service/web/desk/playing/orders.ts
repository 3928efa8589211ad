import { createHash } from 'node:crypto'
import type { Order, OrderLine, StageCode } from '@/desk/wire/order'

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

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const slotOf = (order: string, [id, zh, en]: [string, string, string]): Order['slots'][number] => ({
  id,
  name: { zh, en },
  help: { zh: '', en: '' },
  from_template: id !== 'licence' && id !== 'id_card',
  required: true,
  document: {
    sha256: digestOf(`${order}/${id}`),
    uploaded_at: hoursAgo(5),
    generation: 1,
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

const status = (code: Order['status']['code'], zh: string, en: string) => ({
  code,
  zh,
  en,
})
const kStatus: Partial<Record<StageCode, Order['status']>> = {
  awaiting_reviewer: status('under_review', '正在审核', 'Under review'),
  in_review: status('under_review', '正在审核', 'Under review'),
  in_transit: status('in_process', '正在受理', 'In process'),
  paper_received: status('in_process', '正在受理', 'In process'),
  paper_wrong: status('in_process', '正在受理', 'In process'),
  agent_unreachable: status('in_process', '正在受理', 'In process'),
  paper_right: status('in_process', '正在受理', 'In process'),
  making: status('in_process', '正在受理', 'In process'),
  seal_supplement: status('certificate_made', '制证完成', 'Certificate made'),
  awaiting_courier: status('certificate_made', '制证完成', 'Certificate made'),
  awaiting_collection: status('certificate_made', '制证完成', 'Certificate made'),
  issued: status('issued', '已发放', 'Issued'),
}

export function orderOf(id: string, stage: StageCode, nth: number, more: Partial<Order> = {}): Order {
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
    payment_status: paid ? { code: 'paid', zh: '支付成功', en: 'Paid' } : { code: 'none', zh: '无', en: 'None' },
    stage: { code: stage, ...kStages[stage]! },
    void: false,
    void_reason: null,
    wrong_project: false,
    round: 1,
    years: 0,
    claim: null,
    second_person: [],
    paper: kSlots.map(([slot, zh, en]) => ({
      slot,
      name: { zh, en },
      original: slot !== 'licence' && slot !== 'id_card',
      note: { zh: '', en: '' },
    })),
    waiting: {
      what: 'a_reviewer',
      zh: '等待我们处理。',
      en: 'Waiting for us.',
      turn: { code: 'reviewer', zh: '审核', en: 'reviewer' },
      since: hoursAgo(3 + nth * 7),
      until: hoursAgo(nth * 9 - 14),
    },
    agent: { name: '样例经办', mobile: '13800000001' },
    fee_fen: 22000,
    begun_at: hoursAgo(60),
    generation: 1,
    recipient: {
      person: { name: '样例收件', mobile: '13800000002' },
      address: '江西省仿城市样县拟镇例成路 8 号',
    },
    delivery: 'courier',
    verification: {
      state: 'passed',
      needed: true,
      at: hoursAgo(20),
      url: null,
    },
    slots: kSlots.map((slot) => slotOf(id, slot)),
    missing: [],
    may: [],
    attempts: paid
      ? [
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
        ]
      : [],
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
    invoice: { data: null, data_at: null, number: null, issued_at: null },
    replaces: null,
    replaced_by: null,
    ...more,
  }
}

const text = (zh: string, en: string) => ({ zh, en })
export const kStages: Partial<Record<StageCode, { zh: string; en: string }>> = {
  awaiting_reviewer: text('等待审核', 'awaiting a reviewer'),
  in_review: text('审核中', 'in review'),
  in_transit: text('运输中', 'in transit'),
  paper_received: text('已收到纸质资料', 'paper received'),
  paper_wrong: text('纸质资料有误', 'paper wrong'),
  agent_unreachable: text('联系不上经办人', 'agent unreachable'),
  paper_right: text('纸质资料合格', 'paper right'),
  making: text('制证中', 'making'),
  seal_supplement: text('补寄签章资料', 'seal supplement'),
  awaiting_courier: text('等待快递', 'awaiting the courier'),
  awaiting_collection: text('等待自取', 'awaiting collection'),
  issued: text('已发放', 'issued'),
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
  ['issued', ['give_invoice_data', 'log_call', 'approve_refund', 'refuse_refund', 'ask_second_person']],
]

const kReissue: Partial<Order> = {
  may: ['start_making', 'confirm_as_second', 'withdraw_question', 'log_call'],
  operation: word('reissue', '补办', 'Reissue'),
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
