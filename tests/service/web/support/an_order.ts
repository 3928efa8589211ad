import type { Order, Slot } from './shapes'

// An order as the server tells it, for pages to be tried against.
export const coded = <Code extends string>(code: Code, zh: string, en: string) => ({ code, zh, en })

const kStatuses: Record<Order['status']['code'], [string, string]> = {
  not_submitted: ['未提交', 'not submitted'],
  under_review: ['正在审核', 'under review'],
  review_passed: ['资料审核通过', 'review passed'],
  review_failed: ['资料审核失败', 'review failed'],
  in_process: ['正在受理', 'in process'],
  certificate_made: ['制证完成', 'certificate made'],
  issued: ['已发放', 'issued'],
}
const kPayments: Record<'none' | 'due' | 'paid', [string, string]> = {
  none: ['无', 'none'],
  due: ['待支付', 'to be paid'],
  paid: ['支付成功', 'paid'],
}
const kStages = {
  draft: ['填写中', 'being filled in'],
  queued_for_machine: ['系统检查中', 'being checked by the machine'],
  awaiting_reviewer: ['等待审核', 'waiting for a reviewer'],
  in_review: ['审核中', 'being reviewed'],
  rejected: ['已退回', 'sent back'],
  awaiting_payment: ['等待付款', 'waiting for the payment'],
  awaiting_parcel: ['等待邮寄原件', 'waiting for the originals'],
  in_transit: ['原件运输中', 'the originals are on their way'],
  paper_received: ['已收到原件', 'the originals are here'],
  paper_wrong: ['原件有问题', 'something is wrong with the originals'],
  agent_unreachable: ['联系不上经办人', 'the agent cannot be reached'],
  paper_right: ['原件合格', 'the originals are right'],
  making: ['制证中', 'being made'],
  seal_supplement: ['补寄签章资料', 'waiting for better seal impressions'],
  awaiting_courier: ['等待快递取件', 'waiting for the courier'],
  awaiting_collection: ['等待自取', 'waiting to be fetched'],
  issued: ['已发放', 'issued'],
  renewal_unpaid: ['等待付款（更新）', 'renewal to be paid'],
  renewal_paid: ['已付款，待下载', 'paid, to be downloaded'],
  renewal_downloading: ['下载中', 'being downloaded'],
  renewed: ['更新成功', 'renewed'],
  void: ['已作废', 'void'],
} satisfies Record<Order['stage']['code'], [string, string]>
export const status = (code: keyof typeof kStatuses) => coded(code, ...kStatuses[code])
export const payment = (code: keyof typeof kPayments) => coded(code, ...kPayments[code])
export const stage = <Code extends keyof typeof kStages>(code: Code) =>
  coded(code, ...(kStages[code] as [string, string]))

export const kYou = coded('applicant', '经办人', 'applicant')
export const kReviewer = coded('reviewer', '审核人员', 'reviewer')
export const kPostRoom = coded('post_room', '收件人员', 'post room')

export const kOrganisation = {
  credit_code: '91369999MA34484563',
  name: '赣江新区虚构建设有限公司（样例）',
}

const slot = (id: string, zh: string, en: string, from_template: boolean): Slot => ({
  id,
  name: { zh, en },
  help: {
    zh: from_template
      ? '请下载、打印，加盖公章原章，再用扫描仪扫描后上传。'
      : '请用原件复印，在空白处加盖公章原章，再用扫描仪扫描后上传。',
    en: from_template
      ? 'Download, print, stamp with the company seal, then scan it.'
      : 'Copy the original, stamp the copy in a blank area, then scan it.',
  },
  from_template,
  required: true,
  document: null,
})

export const slots = (): Slot[] => [
  slot('application_form', '数字证书用户申请表', 'Application form', true),
  slot('licence', '营业执照', 'Business licence', false),
  slot('id_card', '经办人身份证', "Agent's identity card", false),
  slot('authorisation_letter', '法人授权委托书', 'Authorisation letter', true),
  slot('seal_sheet', '签章采集表', 'Seal sheet', true),
]

export const document = (over: Partial<NonNullable<Slot['document']>> = {}): NonNullable<Slot['document']> => ({
  sha256: 'a'.repeat(64),
  uploaded_at: '2026-11-20T02:00:00Z',
  generation: 1,
  inspected: true,
  outdated: false,
  verdict: 'accept',
  blocking: [],
  decision: 'none',
  reasons: [],
  overridden: false,
  ...over,
})

export const order = (over: Partial<Order> = {}): Order => ({
  id: 'JX20261120-7F3K',
  version: 3,
  begun_at: '2026-11-20T01:00:00Z',
  organisation: kOrganisation,
  project: coded('jiangxi_public_resources', '江西省公共资源交易', 'Jiangxi Public Resources Trading'),
  operation: coded('new', '新制', 'new certificate'),
  variant: coded('main', '主锁（含电子签章）', 'Main key with electronic seal'),
  status: status('not_submitted'),
  payment_status: payment('none'),
  stage: stage('draft'),
  void: false,
  void_reason: null,
  wrong_project: false,
  generation: 1,
  round: 0,
  years: 0,
  agent: { name: '虚小明', mobile: '13900000001' },
  recipient: {
    person: { name: '虚小红', mobile: '13900000002' },
    address: '江西省南昌市虚构路 1 号',
  },
  delivery: 'courier',
  verification: {
    state: 'passed',
    needed: true,
    at: '2026-11-20T01:30:00Z',
    url: null,
  },
  slots: slots(),
  missing: [coded('DOCUMENTS_MISSING', '还缺材料：营业执照、身份证', 'Missing: licence, identity card')],
  waiting: {
    what: 'documents',
    zh: '轮到您：还缺以下材料：营业执照、身份证。',
    en: 'Your turn: these documents are missing: licence, identity card.',
    turn: kYou,
    since: '2026-11-20T01:00:00Z',
    until: null,
  },
  may: [
    'fill_form',
    'change_recipient',
    'choose_delivery',
    'upload_document',
    'submit',
    'void_order',
    'give_invoice_data',
  ],
  fee_fen: 22000,
  attempts: [],
  refunds: [],
  paper: slots().map(({ id, name }) => ({
    slot: id,
    name,
    original: true,
    note: { zh: '加盖公章原章', en: 'Stamped with the company seal' },
  })),
  parcel: null,
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
  claim: null,
  second_person: [],
  replaces: null,
  replaced_by: null,
  ...over,
})
