import { coded, document, kOrganisation, kPostRoom, kReviewer, kYou, order, payment, stage, status } from './an_order'
import type { Order } from './shapes'

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
      stage: stage('awaiting_reviewer'),
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
      stage: stage('rejected'),
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
      stage: stage('awaiting_payment'),
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
      stage: stage('awaiting_parcel'),
      missing: [],
      may: ['enter_courier_number', 'ask_refund', 'change_recipient', 'choose_delivery', 'give_invoice_data'],
      waiting: waiting(
        'mailed_originals',
        '轮到您：请按清单邮寄原件，并填写快递单号。没有收到原件，证书不会开始制作。',
        'Your turn: mail the originals and enter the courier number.',
        kYou,
      ),
    }),
  supplement: () =>
    order({
      status: status('certificate_made'),
      payment_status: payment('paid'),
      stage: stage('seal_supplement'),
      missing: [],
      may: ['enter_courier_number', 'ask_refund', 'change_recipient', 'choose_delivery', 'give_invoice_data'],
      made: { ...kKey, serial: '5A0C77', valid_until: '2027-11-21T00:00:00Z' },
      parcel: { carrier: 'SF', number: 'SF1234567890123' },
      supplement: {
        fault: '公章边框缺一段',
        since: '2026-11-21T08:00:00Z',
        contacted_at: '2026-11-21T09:00:00Z',
        sent: null,
        received: false,
      },
      waiting: waiting(
        'seal_impressions',
        '轮到您：请补寄签章资料（公章边框缺一段），并填写快递单号。收到后即可制章。',
        'Your turn: mail new seal impressions and enter the courier number.',
        kYou,
      ),
    }),
  supplement_sent: () => {
    const before = kStages.supplement!()
    return {
      ...before,
      supplement: { ...before.supplement!, sent: { carrier: 'SF', number: 'SF9876543210987' } },
      waiting: waiting(
        'seal_transport',
        '补寄的签章资料在路上（SF SF9876543210987）。收到后即可制章，您不需要做什么。',
        'The new seal impressions are on their way (SF SF9876543210987). The seal is made when they arrive.',
        kPostRoom,
      ),
    }
  },
  issued: () =>
    order({
      status: status('issued'),
      payment_status: payment('paid'),
      stage: stage('issued'),
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
      stage: stage('renewal_paid'),
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
      stage: stage('void'),
      may: [],
      replaced_by: 'JX20261121-9Q2M',
      waiting: waiting('nothing_void', '订单已作废，您不需要做什么。', 'The order is void.', null),
    }),
}
