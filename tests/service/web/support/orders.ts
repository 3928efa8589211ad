import type { Catalogue, HistoryEntry, Order, OrderLine, Project, Slot } from './shapes'

// Orders and projects as the server tells them, for pages to be tried against.
const coded = <Code extends string>(code: Code, zh: string, en: string) => ({ code, zh, en })

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
export const status = (code: keyof typeof kStatuses) => coded(code, ...kStatuses[code])
export const payment = (code: keyof typeof kPayments) => coded(code, ...kPayments[code])

const kYou = coded('applicant', '经办人', 'applicant')
const kReviewer = coded('reviewer', '审核人员', 'reviewer')

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
  stage: coded('draft', '填写', 'draft'),
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

const waiting = (
  what: string,
  zh: string,
  en: string,
  turn: Order['waiting']['turn'],
  until: string | null = null,
) => ({
  what,
  zh,
  en,
  turn,
  since: '2026-11-20T03:00:00Z',
  until,
})

const kKey = { key_id: 'KEY-1', main_key: true }

// How an order stands in each of its days.
export const kStages: Record<string, () => Order> = {
  draft: () => order(),
  fresh: () =>
    order({
      agent: null,
      recipient: null,
      verification: {
        state: 'pending',
        needed: true,
        at: null,
        url: 'https://verify.example/v/1',
      },
      waiting: waiting(
        'form',
        '轮到您：请填写经办人和证书接收人信息。',
        'Your turn: fill in agent and recipient.',
        kYou,
      ),
    }),
  blocked: () => {
    const blocked = order()
    blocked.slots[1]!.document = document({
      verdict: 'reject',
      blocking: ['SEAL_NOT_RED'],
    })
    blocked.slots[2]!.document = document({ sha256: 'b'.repeat(64) })
    blocked.slots[3]!.document = document({
      sha256: 'c'.repeat(64),
      outdated: true,
    })
    return blocked
  },
  complete: () => {
    const complete = order({
      missing: [],
      waiting: waiting('submission', '轮到您：材料已齐，请核对后点“提交”。', 'Your turn: look at it and submit.', kYou),
    })
    complete.slots.forEach((each) => (each.document = document({ sha256: each.id.padEnd(64, '0') })))
    return complete
  },
  review: () =>
    order({
      status: status('under_review'),
      stage: coded('awaiting_reviewer', '等待审核', 'awaiting review'),
      missing: [],
      may: ['recall', 'void_order'],
      waiting: waiting(
        'a_reviewer',
        '排队等待审核。您不需要做什么，结果会发短信给经办人。',
        'Waiting for a reviewer. There is nothing to do.',
        kReviewer,
        '2026-11-23T09:00:00Z',
      ),
    }),
  rejected: () => {
    const rejected = order({
      status: status('review_failed'),
      stage: coded('rejected', '退回', 'rejected'),
      missing: [],
      waiting: waiting(
        'corrections',
        '轮到您：营业执照审核未通过，请按审核意见更换后重新提交。',
        'Your turn: replace the licence and submit again.',
        kYou,
      ),
    })
    rejected.slots[1]!.document = document({
      decision: 'rejected',
      reasons: ['公章不是红色，请用红色印泥重新加盖。'],
      verdict: 'reject',
      blocking: ['SEAL_NOT_RED'],
    })
    rejected.slots[0]!.document = document({
      sha256: 'b'.repeat(64),
      decision: 'accepted',
    })
    return rejected
  },
  pay: () =>
    order({
      status: status('review_passed'),
      payment_status: payment('due'),
      stage: coded('awaiting_payment', '待支付', 'awaiting payment'),
      missing: [],
      may: ['open_payment', 'void_order', 'give_invoice_data'],
      waiting: waiting(
        'payment',
        '轮到您：资料审核通过，请用微信或支付宝支付 220 元。付款之前请不要邮寄。',
        'Your turn: pay CNY 220 with WeChat or Alipay.',
        kYou,
      ),
    }),
  post: () =>
    order({
      status: status('in_process'),
      payment_status: payment('paid'),
      stage: coded('awaiting_parcel', '等待邮件', 'awaiting the parcel'),
      missing: [],
      may: ['enter_courier_number', 'ask_refund', 'change_recipient', 'choose_delivery', 'give_invoice_data'],
      waiting: waiting(
        'mailed_originals',
        '轮到您：请按清单邮寄原件，并填写快递单号。没有收到原件，证书不会开始制作。',
        'Your turn: mail the originals and enter the courier number.',
        kYou,
      ),
    }),
  issued: () =>
    order({
      status: status('issued'),
      payment_status: payment('paid'),
      stage: coded('issued', '已发放', 'issued'),
      missing: [],
      may: ['ask_refund'],
      made: { ...kKey, serial: '5A0C77', valid_until: '2027-11-21T00:00:00Z' },
      made_at: '2026-11-21T08:00:00Z',
      dispatched: { carrier: 'SF', number: 'SF1234567890123' },
      invoice: {
        data: { title: kOrganisation.name, email: 'finance@example.com' },
        data_at: null,
        number: '25360000001',
        issued_at: '2026-11-21T08:00:00Z',
      },
      waiting: waiting('nothing', '证书已发放，订单已办结。', 'The certificate is issued; the order is closed.', null),
    }),
  renewal: () =>
    order({
      operation: coded('renew', '更新', 'renewal'),
      status: status('in_process'),
      payment_status: payment('paid'),
      stage: coded('renewal_paid', '已付款', 'paid'),
      slots: [],
      paper: [],
      missing: [],
      verification: { state: 'not_needed', needed: false, at: null, url: null },
      may: ['start_download', 'ask_refund'],
      chosen: {
        ...kKey,
        serial: '4F00AA',
        valid_until: '2026-12-01T00:00:00Z',
      },
      waiting: waiting(
        'download',
        '轮到您：已付款，请点“下载证书到USBKEY”。中途失败可以重试，不会再次收费。',
        'Your turn: load the certificate onto the key.',
        kYou,
      ),
    }),
  void: () =>
    order({
      void: true,
      void_reason: 'wrong_project',
      stage: coded('void', '作废', 'void'),
      may: [],
      replaced_by: 'JX20261121-9Q2M',
      waiting: waiting('nothing_void', '订单已作废，您不需要做什么。', 'The order is void.', null),
    }),
}

export const line = (of: Order): OrderLine => ({
  id: of.id,
  version: of.version,
  organisation: of.organisation,
  begun_at: of.begun_at,
  project: of.project,
  operation: of.operation,
  variant: of.variant,
  status: of.status,
  payment_status: of.payment_status,
  stage: of.stage,
  waiting: of.waiting,
})

export const kHistory: HistoryEntry[] = [
  ['begun', '建立订单', 'The order was begun'],
  ['form_filled', '填写订单信息', 'Data filled in'],
  ['verification_passed', '法人核验：认证成功', 'Legal person verified'],
].map(([event, zh, en], at) => ({
  number: at + 1,
  at: `2026-11-20T0${at + 1}:00:00Z`,
  by: { role: 'applicant' as const },
  event: event!,
  zh: zh!,
  en: en!,
}))

const kFiles: Project['operations'][number]['variants'][number]['slots'][number]['files'] = {
  formats: ['jpeg', 'png', 'bmp'],
  max_bytes: 1024 * 1024,
}
const terms = () =>
  slots().map(({ id, name, help, from_template }) => ({
    id,
    name,
    help,
    from_template,
    files: kFiles,
    alternatives:
      id === 'licence'
        ? [
            {
              id: 'electronic_licence',
              name: { zh: '电子营业执照', en: 'Electronic licence' },
              help,
            },
            {
              id: 'licence_copy',
              name: { zh: '营业执照副本复印件', en: 'Copy of the licence' },
              help,
            },
          ]
        : [{ id, name, help }],
  }))

const variant = (id: string, zh: string, en: string, fee_fen: number | null, per_year = false) => ({
  id,
  name: { zh, en },
  fee_fen,
  per_year,
  main_key: id === 'main',
  seal: id === 'main',
  open: fee_fen !== null,
  slots: per_year ? [] : terms(),
  paper: [],
  form: { sections: [], mobile: [] },
})

const project = (id: string, zh: string, en: string, over: Partial<Project>): Project => ({
  id,
  name: { zh, en },
  scope: {
    zh: `用于登录${zh}的相关系统，不含国土交易系统。`,
    en: `Serves the systems of ${en} only.`,
  },
  draft: false,
  open: true,
  rules: 'd'.repeat(64),
  region: { prefix: '36', organisations: 'any' },
  eligibility: [],
  hall_only: {
    operations: ['change', 'cancel'],
    notice: {
      zh: '变更和注销请到办证大厅办理，材料与线上不同，请先致电。',
      en: 'Changes are done at the hall; please call first.',
    },
    phone: '4008001040',
  },
  agreement: null,
  verification: true,
  one_main_key: true,
  operations: [
    {
      id: 'new',
      name: { zh: '新制', en: 'New certificate' },
      notice: {
        zh: '每个单位只能办理一个含签章的主锁，其余皆为无章副锁。',
        en: 'One main key with a seal for each organisation.',
      },
      without_documents: false,
      revokes_chosen: false,
      offered: true,
      variants: [
        variant('main', '主锁（含电子签章）', 'Main key with electronic seal', 22000),
        variant('sub', '副锁（无电子签章）', 'Sub key without seal', 19000),
      ],
    },
  ],
  methods: ['wechat', 'alipay'],
  freight: { to_us: 'applicant', to_applicant: 'collect', courier: 'SF' },
  sla: { making: 3, invoice: 3, invoice_late: 5 },
  texts: {
    payment: {
      zh: '如看不到付款码，请先刷新页面。',
      en: 'If you see no code, load the page again.',
    },
    mailing: {
      zh: '左上角用回形针夹住，不需装订。',
      en: 'A paper clip at the top left, no staples.',
    },
    contact: {
      zh: '请经办人接听南昌拨入的电话。',
      en: 'The agent should answer calls from Nanchang.',
    },
  },
  ...over,
})

export const catalogue = (): Catalogue => ({
  items: [
    project('jiangxi_public_resources', '江西省公共资源交易', 'Jiangxi Public Resources Trading', {
      eligibility: [
        {
          ask: {
            zh: '本单位是已经取得统一社会信用代码证件且尚未注销的法人机构吗？',
            en: 'Is the organisation a legal person with a credit code?',
          },
        },
      ],
    }),
    project('housing_outside', '江西省住建厅外省企业', 'Jiangxi Housing, other provinces', {
      region: { prefix: '36', organisations: 'outside' },
      verification: false,
      agreement: {
        version: '3f1c9a0b77de',
        name: { zh: 'JXCA数字证书电子认证服务协议', en: 'JXCA agreement' },
      },
    }),
    project('jiangxi_construction_group', '江西建工集团', 'Jiangxi Construction Group', {
      operations: [
        {
          id: 'reissue',
          name: { zh: '补办', en: 'Reissue' },
          notice: {
            zh: '补办后，原证书将自动注销，且无法再恢复！',
            en: 'The chosen certificate is revoked for good.',
          },
          without_documents: false,
          revokes_chosen: true,
          offered: true,
          variants: [variant('sealed', '含电子签章', 'With seal', 13000)],
        },
      ],
    }),
    project('medical_procurement', '医药采购', 'Medical procurement', {
      draft: true,
      open: false,
    }),
  ],
  next: null,
})

export const kCertificates = {
  items: [
    {
      serial: '4F00AA',
      key_id: 'KEY-1',
      project: coded('jiangxi_construction_group', '江西建工集团', 'Jiangxi Construction Group'),
      valid_until: '2026-12-01T00:00:00Z',
      main_key: true,
      revoked: false,
      can: { reissue: true, renew: false },
    },
    {
      serial: '4F00AB',
      key_id: 'KEY-2',
      project: coded('yingtan_sunshine', '鹰潭市阳光采购服务平台', 'Yingtan Sunshine Procurement'),
      valid_until: '2026-12-15T00:00:00Z',
      main_key: false,
      revoked: false,
      can: { reissue: false, renew: true },
    },
  ],
  next: null,
}
