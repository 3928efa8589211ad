import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Order } from '@/api/types'
import { document, kOrganisation, payment, stage, status } from './an_order'
import { catalogue, kCertificates } from './catalogue'
import { kHistory, line } from './lists'
import { takesNothing } from './bodiless'
import reports from './reports.json'
import type { Answering } from './site'

export interface World {
  signedIn: boolean
  orders: Order[]
  report: keyof typeof reports // of every scan
  failing: Map<string, number | 'drop' | 'hang'> // "GET /api/v1/orders" -> what happens instead
  asked: { what: string; body: unknown; key: string | undefined }[]
  uploads: { slot: string; bytes: number; type: string | undefined }[]
  opened: ServerResponse[] // event streams
  nameConfirmed: boolean
}

export const world = (over: Partial<World> = {}): World => ({
  signedIn: true,
  orders: [],
  report: 'not_red',
  failing: new Map(),
  asked: [],
  uploads: [],
  opened: [],
  nameConfirmed: true,
  ...over,
})

interface Told {
  world: World
  names: Record<string, string>
  query: URLSearchParams
  body: Record<string, unknown>
  bytes: Buffer
  type: string | undefined
}

interface Said {
  status: number
  value?: unknown
  bytes?: Buffer
  type?: string
}

const ok = (value: unknown, code = 200): Said => ({ status: code, value })
const nothing: Said = { status: 204 }

export const problem = (code: number, name: string, detail = '不行', title = 'No', more: object = {}): Said => ({
  status: code,
  type: 'application/problem+json',
  value: {
    type: 'about:blank',
    title,
    status: code,
    code: name,
    detail,
    request: 'req-7',
    ...more,
  },
})

const me = (told: Told) => ({
  id: 'seat-1',
  name: '虚小明',
  roles: ['applicant'],
  organisation: {
    ...kOrganisation,
    former_names: told.world.nameConfirmed ? [] : ['赣江新区虚构建设有限公司(样例)'],
    name_is_confirmed: told.world.nameConfirmed,
    mobile_masked: '139****0001',
  },
  second_factor: false,
})

const found = (told: Told): Order | undefined => told.world.orders.find(({ id }) => id === told.names.order)

const withOrder = (what: (order: Order, told: Told) => void) => (told: Told) => {
  const order = found(told)
  if (!order) return problem(404, 'NOT_FOUND', '没有这个订单', 'There is no such order')
  what(order, told)
  order.version += 1
  return ok(order)
}

const kAdvice = [
  {
    id: 'check_code',
    zh: '请先核对刚才输入的统一社会信用代码。输错了吗？',
    en: 'Check the code first. Was it wrong?',
    yes: 'register_right_code',
    no: 'ask_colleague',
  },
  {
    id: 'register_right_code',
    zh: '请用正确的统一社会信用代码重新注册。',
    en: 'Register with the right code.',
  },
  {
    id: 'ask_colleague',
    zh: '可能是同事为其他项目注册过（2026-03-02，手机 139****0001）。能找到这位同事吗？',
    en: 'A colleague may have registered. Can you find them?',
    yes: 'sign_in',
    no: 'reset_password',
  },
  {
    id: 'sign_in',
    zh: '请用自己的席位登录，选择项目继续申请。',
    en: 'Sign in with a seat of your own.',
  },
  {
    id: 'reset_password',
    zh: '请用“忘记密码”，通过该手机的短信验证码重置密码。',
    en: 'Use “forgotten password”.',
  },
]

const kPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const sample = (name: string) => readFileSync(join(__WEB__, '../../samples/shipped', name))
const kScans: Record<string, string> = {
  not_red: 'business_licence/refused_seal_not_red.jpg',
  smeared: 'business_licence/referred_seal_smeared.jpg',
  missing: 'application_form/refused_seal_missing.jpg',
  clean: 'id_card/accepted.jpg',
}
// Every slot but the licence holds something clean.
const reportOf = (told: Told) => (told.names.slot === 'licence' ? told.world.report : 'clean')

function upload(told: Told): Said {
  const slot = found(told)?.slots.find(({ id }) => id === told.names.slot)
  if (!slot) return problem(404, 'NOT_FOUND')
  told.world.uploads.push({
    slot: slot.id,
    bytes: told.bytes.length,
    type: told.type,
  })
  const report = reports[reportOf(told)]
  const blocking = report.findings.filter(({ level }) => level === 'block').map(({ code }) => code)
  slot.document = document({
    sha256: String(told.world.uploads.length).padEnd(64, 'd'),
    verdict: report.verdict as 'accept',
    blocking,
  })
  return ok(
    {
      sha256: slot.document.sha256,
      version: told.world.uploads.length,
      report: '/x',
    },
    202,
  )
}

function pay(told: Told): Said {
  const order = found(told)!
  order.attempts.push({
    id: 'ATT-1',
    channel: told.body.channel as 'wechat',
    state: 'open',
    amount_fen: 22000,
    opened_at: '2026-11-21T00:00:00Z',
    paid_fen: 0,
    paid_at: null,
    code_url: 'weixin://wxpay/bizpayurl?pr=abc',
  })
  order.may = ['close_payment', 'void_order']
  order.version += 1
  return ok({ attempt: 'ATT-1', order }, 201)
}

const kRoutes: Record<string, (told: Told) => Said> = {
  'GET /me': (told) => ok(me(told)),
  'POST /me/name-confirmation': (told) => {
    told.world.nameConfirmed = true
    return nothing
  },
  'PUT /me/password': () => nothing,
  'POST /sessions': (told) => {
    if (told.body.password !== 'correct horse')
      return problem(401, 'SIGN_IN_FAILED', '代码或密码不对', 'Code or password is wrong')
    told.world.signedIn = true
    return ok(me(told), 201)
  },
  'GET /sessions': () =>
    ok({
      items: [
        {
          id: 's1',
          current: true,
          agent: 'Chromium',
          begun_at: '2026-11-20T00:00:00Z',
          used_at: '2026-11-21T00:00:00Z',
        },
      ],
      next: null,
    }),
  'DELETE /sessions/{session}': (told) => {
    told.world.signedIn = false
    return nothing
  },
  'GET /seats': () =>
    ok({
      items: [
        {
          id: 'seat-1',
          person: '虚小明',
          mobile_masked: '139****0001',
          mine: true,
          has_password: true,
        },
      ],
      next: null,
    }),
  'POST /captchas': () =>
    ok(
      {
        id: 'c1',
        picture: `data:image/png;base64,${kPicture.toString('base64')}`,
        question: '三加五等于几？',
        question_en: 'What is three and five?',
        expires: '2026-11-21T00:00:00Z',
      },
      201,
    ),
  'POST /credit-codes': (told) => {
    const given = String(told.body.credit_code)
    const right = given.replace(/O/g, '0').replace(/I/g, '1')
    const changes = [...given].flatMap((from, at) =>
      from === right[at] ? [] : [{ at, from, to: right[at], why: 'lookalike' }],
    )
    return ok({
      given,
      credit_code: right,
      valid: right === kOrganisation.credit_code,
      fault: null,
      changes,
      candidates: [],
    })
  },
  'POST /codes': () => ok({ wait_s: 60 }, 202),
  'POST /registrations': () =>
    problem(409, 'USER_EXISTS', '用户已存在', 'There is an account already', {
      advice: kAdvice,
    }),
  'GET /catalogue': () => ok(catalogue()),
  'GET /certificates': () => ok(kCertificates),
  'GET /orders': (told) => ok({ items: told.world.orders.map(line), next: null }),
  'POST /orders': (told) => {
    if (told.body.typed_serial === '4F00AB') return problem(409, 'REFUSED')
    return ok(told.world.orders[0], 201)
  },
  'GET /orders/{order}': (told) => {
    const order = found(told)
    return order ? ok(order) : problem(404, 'NOT_FOUND', '没有这个订单', 'There is no such order')
  },
  'GET /orders/{order}/history': () => ok({ items: kHistory, next: null }),
  'POST /orders/{order}/form': withOrder((order, { body }) => Object.assign(order, body)),
  'POST /orders/{order}/submission': withOrder((order) => {
    order.status = status('under_review')
    order.may = ['recall']
    order.waiting = {
      ...order.waiting,
      zh: '排队等待审核。',
      en: 'Waiting for a reviewer.',
      turn: { code: 'reviewer', zh: '审核人员', en: 'reviewer' },
    }
  }),
  'POST /orders/{order}/payments': pay,
  'POST /orders/{order}/courier-number': withOrder((order, { body }) => {
    order.parcel = body as unknown as Order['parcel']
    order.may = order.may.filter((command) => command !== 'enter_courier_number')
  }),
  'POST /orders/{order}/download': withOrder((order) => {
    order.stage = stage('renewed')
    order.status = status('issued')
    order.payment_status = payment('paid')
    order.made = { ...order.chosen!, valid_until: '2027-12-01T00:00:00Z' }
  }),
  'POST /orders/{order}/void': withOrder((order) => {
    order.void = true
    order.void_reason = 'wrong_code'
    order.may = []
  }),
  'POST /orders/{order}/invoice-data': withOrder((order, { body }) => {
    order.invoice.data = body as unknown as { title: string; email: string }
  }),
  'PUT /orders/{order}/documents/{slot}': upload,
  'GET /orders/{order}/documents/{slot}/report': (told) =>
    ok({
      slot: told.names.slot,
      version: 1,
      cross: [],
      facts: {},
      ...reports[reportOf(told)],
    }),
  'GET /orders/{order}/documents/{slot}/picture': (told) => ({
    status: 200,
    bytes: sample(kScans[reportOf(told)]!),
    type: 'image/jpeg',
  }),
}

const kOpen = [
  'POST /sessions',
  'POST /captchas',
  'POST /credit-codes',
  'POST /codes',
  'POST /registrations',
  'GET /catalogue',
]

function route(method: string, path: string): { name: string; names: Record<string, string> } | null {
  for (const name of Object.keys(kRoutes)) {
    const [verb, pattern] = name.split(' ') as [string, string]
    const match = new RegExp(`^${pattern.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path)
    if (verb === method && match) return { name, names: { ...match.groups } }
  }
  return null
}

function read(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => resolve(Buffer.concat(parts)))
  })
}

function answer(response: ServerResponse, said: Said): void {
  const body = said.bytes ?? (said.value === undefined ? '' : JSON.stringify(said.value))
  response.writeHead(said.status, { 'Content-Type': said.type ?? 'application/json' }).end(body)
}

// The interface as one order's world sees it: strict about who has signed in, free with everything else.
export const interfaceOf =
  (world: World): Answering =>
  (request, response) => {
    void read(request).then((bytes) => {
      const url = new URL(request.url!, 'http://x')
      const path = url.pathname.replace('/api/v1', '')
      const what = `${request.method} ${path}`
      const trouble = world.failing.get(what)
      if (trouble === 'drop') return request.socket.destroy()
      if (trouble === 'hang') return
      if (trouble !== undefined) return answer(response, problem(trouble, 'TROUBLE', '服务器出错了', 'Something broke'))
      if (path.endsWith('/events')) {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': here\n\n')
        return world.opened.push(response)
      }
      const json = request.headers['content-type'] === 'application/json' && bytes.length > 0
      const body = json ? (JSON.parse(bytes.toString()) as Record<string, unknown>) : {}
      world.asked.push({
        what,
        body,
        key: request.headers['idempotency-key'] as string | undefined,
      })
      if (bytes.length > 0 && takesNothing(request.method!, path))
        return answer(response, problem(413, 'BODY_TOO_LARGE', '文件过大', 'The body is too large'))
      const match = route(request.method!, path)
      if (!match) return answer(response, problem(404, 'NOT_FOUND'))
      if (!world.signedIn && !kOpen.includes(match.name))
        return answer(response, problem(401, 'SIGNED_OUT', '请先登录', 'Please sign in'))
      const told = {
        world,
        names: match.names,
        query: url.searchParams,
        body,
        bytes,
        type: request.headers['content-type'],
      }
      answer(response, kRoutes[match.name]!(told))
    })
  }
