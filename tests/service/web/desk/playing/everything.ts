import type { Role } from '@/desk/wire/account'
import type { Order } from '@/desk/wire/order'
import type { Draft, Replayed } from '@/desk/wire/rules'
import { digestOf, hoursAgo, lineOf, someOrders } from './orders'
import { reviewing } from './review'
import { Refusal, answer, person, type Asked, type Rows } from './server'

// All routes of the staff pages, played for one person: orders that can be handled, rules, oversight.

const kRules = `# 鹰潭市阳光采购服务平台
project: yingtan_sunshine
name: {zh: 鹰潭市阳光采购服务平台, en: Yingtan Sunshine Procurement Platform}
operations:
  new:
    variants:
      main: {name: {zh: 主锁, en: Main key}, fe: 22000, seal: true}
`
const unknown = () => new Refusal(404, 'NOT_FOUND', '没有这样的内容。', 'There is no such thing.')

function draftOf(): Draft {
  return {
    id: 'd1',
    title: '主锁收费调整',
    author: 'author-1',
    state: 'draft',
    version: 3,
    base: digestOf('base'),
    outdated: false,
    made_at: hoursAgo(30),
    changed_at: hoursAgo(2),
    files: [{ path: 'projects/yingtan_sunshine.yaml', removed: false }],
    shadow: null,
    question: null,
    subject: null,
    confirmed_by: null,
    confirmed_at: null,
  }
}

const kFinding = (code: string, box: number[]) => ({
  code,
  level: 'warn',
  check: 'seal',
  rule: 'yingtan_sunshine/licence/seal_clear',
  box,
})
const side = (verdict: 'accept' | 'refer' | 'reject') => ({
  covered: true,
  verdict,
  gaps: [],
})
const replayed = {
  schema: 1,
  scans: 500,
  open: [],
  unread: [],
  matrix: {
    accept: { accept: 402, refer: 3 },
    refer: { refer: 71, accept: 1 },
    reject: { reject: 23 },
    unreadable: {},
    open: {},
  },
  changed: [
    {
      file: '26YT7001/licence',
      project: 'yingtan_sunshine',
      document: 'licence',
      before: side('accept'),
      after: side('refer'),
      appeared: [kFinding('SEAL_FAINT', [980, 1600, 420, 420])],
      vanished: [],
      regraded: [],
    },
    {
      file: '26YT7002/seal_sheet',
      project: 'yingtan_sunshine',
      document: 'seal_sheet',
      before: side('refer'),
      after: side('accept'),
      appeared: [],
      vanished: [kFinding('SEAL_SPECKLE', [300, 500, 400, 400])],
      regraded: [],
    },
  ],
} as unknown as Replayed

function ruleRows(who: () => string): Rows {
  const draft = draftOf()
  const change = (words: string[], before: string, after: string) => ({
    steps: words,
    before,
    after,
  })
  return {
    'GET rules/drafts': () => ({ items: [draft], next: null }),
    'POST rules/drafts': () => answer(201, draft),
    'GET rules/drafts/:draft': () => draft,
    'GET rules/publications': () => ({
      items: [2, 1].map((number) => ({
        number,
        rule_set: digestOf(`set ${number}`),
        at: hoursAgo(100 / number),
        by: 'author-2',
        reason: '按资料说明调整',
      })),
      next: null,
    }),
    'POST rules/rollback': () => ({
      number: 3,
      rule_set: digestOf('set 1'),
      at: hoursAgo(0),
      by: who(),
      reason: '误退',
    }),
    'GET rules/files': ({ query }) =>
      query.get('path')
        ? { status: 200, type: 'text/plain', text: kRules }
        : {
            items: [
              'documents/licence_copy.yaml',
              'projects/yingtan_sunshine.test.yaml',
              'projects/yingtan_sunshine.yaml',
            ].map((path) => ({
              path,
              bytes: 900,
              sha256: digestOf(path),
              edited: path === 'projects/yingtan_sunshine.yaml',
            })),
            next: null,
            rule_set: digestOf('set 2'),
          },
    'PUT rules/files': () => Object.assign(draft, { version: draft.version + 1 }),
    'POST rules/check': ({ json }) => {
      const text = Object.values(json.files as Record<string, string>)[0] ?? ''
      const at = text.indexOf('fe:')
      const offset = (place: number) => ({
        byte: place,
        character: place,
        utf16: place,
      })
      const mistake = {
        code: 'UNKNOWN_KEY',
        severity: 'error',
        file: 'projects/yingtan_sunshine.yaml',
        line: 7,
        column: 45,
        begin: offset(at),
        end: offset(at + 2),
        message: {
          zh: '这里没有“fe”这个键。',
          en: 'There is no key “fe” here.',
        },
        hint: { zh: '您是不是想写“fee”？', en: 'Did you mean “fee”?' },
      }
      return { schema: 1, files: 3, mistakes: at >= 0 ? [mistake] : [] }
    },
    'POST rules/completions': () => [
      { text: 'fee', zh: '费用，单位分', en: 'in fen' },
      { text: 'fee_per', zh: '按年收费', en: 'by year' },
    ],
    'POST rules/test': () => ({
      schema: 1,
      held: 1,
      todo: 0,
      failed: 1,
      broken: 0,
      cases: [
        {
          project: 'yingtan_sunshine',
          case: '盖章复印件，通过',
          file: 'projects/yingtan_sunshine.test.yaml',
          line: 4,
          outcome: 'held',
          findings: [],
        },
        {
          project: 'yingtan_sunshine',
          case: '复印件的章太淡，转人工',
          file: 'projects/yingtan_sunshine.test.yaml',
          line: 12,
          outcome: 'failed',
          difference: { missing: ['SEAL_FAINT'] },
          findings: [kFinding('SEAL_BROKEN_BORDER', [980, 1600, 420, 420])],
        },
      ],
    }),
    'POST rules/diff': () => ({
      schema: 1,
      projects: [
        {
          project: 'yingtan_sunshine',
          kind: 'changed',
          changes: [
            {
              kind: 'changed',
              path: '/operations/new/variants/main/fee',
              before: 22000,
              after: 24000,
              words: change(['新制', '主锁', '费用'], '220 元', '240 元'),
              words_en: change(['new', 'main', 'fee'], '220 yuan', '240 yuan'),
            },
          ],
        },
      ],
    }),
    'POST rules/replay': () => replayed,
    'POST rules/drafts/:draft/shadow': () =>
      Object.assign(draft, {
        state: 'shadow',
        shadow: {
          since: hoursAgo(0),
          reports: 0,
          alike: 0,
          open: 0,
          verdicts: [],
        },
        subject: {
          text: '规则集：2 → 3\n主锁费用：220 元 → 240 元',
          digest: digestOf('subject'),
        },
      }),
    'POST rules/drafts/:draft/question': ({ json }) =>
      Object.assign(draft, {
        state: 'asked',
        question: {
          asked_by: who(),
          asked_at: hoursAgo(0),
          reason: json.reason,
          digest: json.digest,
        },
      }),
    'POST rules/drafts/:draft/confirmation': ({ json }) => {
      if (draft.question?.asked_by === who())
        return new Refusal(
          409,
          'SECOND_PERSON_IS_FIRST',
          '这需要两个人，请另一位同事确认。',
          'This takes two persons. Let a colleague confirm it.',
        )
      if (json.digest !== draft.subject?.digest) return new Refusal(412, 'CHANGED', '内容已变。', 'It has changed.')
      return Object.assign(draft, {
        state: 'live',
        confirmed_by: who(),
        confirmed_at: hoursAgo(0),
      })
    },
    'GET rules/precision': () => ({
      items: [
        {
          rule: 'yingtan_sunshine/licence/seal_clear',
          code: 'SEAL_FAINT',
          upheld: 31,
          overturned: 14,
          missed: 2,
          precision: 0.689,
        },
        {
          rule: 'yingtan_sunshine/id_card/card_sealed',
          code: 'SEAL_NONE',
          upheld: 88,
          overturned: 1,
          missed: 0,
          precision: 0.989,
        },
      ],
      next: null,
      samples: { looked: 120, confirmed: 119, rejected: 1 },
    }),
    'GET catalogue': () => ({ items: [], next: null }),
  }
}

function orderRows(orders: Map<string, Order>, who: () => string): Rows {
  const of = ({ names }: Asked) => orders.get(names.order!) ?? unknown()
  const to = (order: Order, change: Partial<Order>) => Object.assign(order, change, { version: order.version + 1 })
  const change = (by: (order: Order, json: Record<string, unknown>) => Partial<Order>) => (asked: Asked) => {
    const order = orders.get(asked.names.order!)
    return order ? to(order, by(order, asked.json)) : unknown()
  }
  return {
    'GET orders': ({ query }) => {
      const stage = query.get('stage')
      const items = [...orders.values()].filter(
        (order) =>
          (!stage || order.stage.code === stage) && (query.get('turn') !== 'finance' || order.refunds.length > 0),
      )
      return { items: items.map(lineOf), next: null }
    },
    'GET orders/:order': of,
    'GET orders/:order/history': () => ({
      items: [
        {
          number: 1,
          at: hoursAgo(60),
          by: { role: 'applicant', id: 'seat-1' },
          event: 'begun',
          zh: '开始申请',
          en: 'Begun',
        },
        {
          number: 2,
          at: hoursAgo(40),
          by: { role: 'system' },
          event: 'payment_settled',
          zh: '支付成功',
          en: 'Paid',
        },
      ],
      next: null,
    }),
    'GET orders/:order/subjects/:matter': ({ names }) => ({
      matter: names.matter,
      text: `订单：8: ${names.order}\n吊销证书：8: 5A1C0093`,
      digest: digestOf('subject'),
    }),
    'POST orders/:order/second-person-confirmation': change((order) => ({
      second_person: order.second_person.map((one) => ({
        ...one,
        confirmed_by: who(),
      })),
    })),
    'POST orders/:order/making': change(() => ({
      stage: { code: 'making', zh: '制证中', en: 'making' },
      may: ['note_making_failed', 'log_call'],
    })),
    'POST orders/:order/parcel': change((_, json) => ({
      stage: {
        code: 'paper_received',
        zh: '已收到纸质资料',
        en: 'paper received',
      },
      parcel: json as never,
      may: ['check_paper', 'log_call'],
    })),
    'POST orders/:order/paper-check': change((_, json) =>
      (json.items as { good: boolean }[]).every((one) => one.good)
        ? {
            stage: {
              code: 'paper_right',
              zh: '纸质资料合格',
              en: 'paper right',
            },
            may: [],
          }
        : {
            stage: {
              code: 'paper_wrong',
              zh: '纸质资料有误',
              en: 'paper wrong',
            },
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

const kDays = Array.from({ length: 14 }, (_, index) => ({
  date: `2026-11-${String(index + 8).padStart(2, '0')}`,
  begun: 20 + index,
  submitted: 18 + ((index * 7) % 9),
  approved: 14 + ((index * 5) % 6),
  rejected: 3 + (index % 4),
  paid: 12,
  made: 11,
  verdicts: {
    accept: 70 + index,
    refer: 14 + (index % 5),
    reject: 5,
    unreadable: index % 2,
  },
  waited_median_s: 2400 + index * 100,
  waited_longest_s: 9000 + index * 900,
}))

const oversight: Rows = {
  'GET audit/ledger': () => ({
    items: [
      {
        number: 1042,
        stream: '26YT7002',
        position: 14,
        kind: 'paper_accepted',
        at: hoursAgo(3),
        hash: digestOf('e2'),
        erased: false,
        body: { by: 'operator-1' },
        changes: [{ path: '/stage', before: 'paper_received', after: 'paper_right' }],
      },
      {
        number: 1041,
        stream: '26YT7001',
        position: 9,
        kind: 'recipient_changed',
        at: hoursAgo(4),
        hash: digestOf('e1'),
        erased: true,
        body: null,
        changes: [],
      },
    ],
    next: null,
  }),
  'GET audit/views': () => ({
    items: [
      {
        number: 7,
        at: hoursAgo(1),
        viewer: 'reviewer-1',
        order: '26YT7001',
        slot: 'id_card',
        version: 1,
        why: 'review',
        request: 'r-19',
      },
    ],
    next: null,
  }),
  'GET audit/verification': () => ({
    entries: 1042,
    head: { number: 1042, hash: digestOf('e2') },
    marks: 3,
    bad: null,
    text: '',
  }),
  'GET statistics': () => ({ items: kDays, next: null }),
  'GET reconciliation': () => ({
    items: [
      {
        day: '2026-11-20',
        channel: 'wechat',
        at: hoursAgo(20),
        bookings: 31,
        differences: [],
      },
      {
        day: '2026-11-20',
        channel: 'alipay',
        at: hoursAgo(20),
        bookings: 12,
        differences: [
          {
            kind: 'missing_here',
            here: null,
            there: {
              attempt: '26YT7003-1',
              refund: null,
              transaction: '2026112022001',
              amount_fen: 22000,
            },
          },
        ],
      },
    ],
    next: null,
  }),
  'GET jobs/dead': () => ({
    items: [
      {
        id: 'j1',
        key: 'sms/26YT7003',
        stream: '26YT7003',
        kind: 'send_sms',
        tries: 8,
        reason: 'isv.MOBILE_NUMBER_ILLEGAL',
      },
    ],
    next: null,
  }),
  'POST hall-keys': () => ({ fresh: 12, known: 3, refused: [] }),
  'GET staff': () => ({
    items: [
      {
        id: 's1',
        login: 'reviewer-1',
        name: '样例审核',
        roles: ['reviewer'],
        disabled: false,
        second_factor: true,
        made_at: hoursAgo(900),
      },
      {
        id: 's2',
        login: 'author-1',
        name: '样例规则',
        roles: ['rule_author', 'auditor'],
        disabled: true,
        second_factor: false,
        made_at: hoursAgo(400),
      },
    ],
    next: null,
  }),
  'GET webhooks': () => ({
    items: [
      {
        id: 'w1',
        client: '交易平台',
        url: 'https://platform.example.com/hook',
        events: ['approved', 'issued'],
        failures: 2,
        reason: 'HTTP 503',
        gone: false,
        dead_letters: 1,
      },
    ],
    next: null,
  }),
  'GET sessions': () => ({
    items: [
      {
        id: 'x1',
        current: true,
        agent: 'Chromium',
        begun_at: hoursAgo(5),
        used_at: hoursAgo(0),
        expires: hoursAgo(-5),
      },
    ],
    next: null,
  }),
  'GET phone-changes': () => ({
    items: [
      {
        credit_code: '91369999128467558J',
        name: '江西石青环保科技有限公司',
        mobile_masked: '138****0001',
        new_mobile_masked: '139****0009',
        reason: '原经办人离职',
        asked_at: hoursAgo(6),
        registered_at: hoursAgo(9000),
      },
    ],
    next: null,
  }),
}

export interface Everything {
  rows: Rows
  orders: Map<string, Order>
  who: { id: string; roles: Role[] }
}

export function everything(roles: Role[]): Everything {
  const who = { id: 'person-1', roles }
  const orders = someOrders()
  const rows: Rows = {
    ...reviewing().rows,
    ...orderRows(orders, () => who.id),
    ...ruleRows(() => who.id),
    ...oversight,
    'GET me': () => person(who.roles, who.id),
  }
  return { rows, orders, who }
}
