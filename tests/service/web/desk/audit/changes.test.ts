import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { changeText } from '@/desk/audit/changes'
import { fieldText, valueText } from '@/desk/audit/names'
import { language } from '@/messages/messages'
import { stage } from '../../support/an_order'

const read = (path: string) => readFileSync(join(__WEB__, '../..', path), 'utf8')
const stringsOf = (text: string) => [...text.matchAll(/"(\w+)"/g)].map((match) => match[1]!)

test('every field the server tells of an order has a word', () => {
  const source = read('service/audit/order_state.cpp').replace(/constexpr [^;]*;/g, '') // names of values
  const fields = [...source.matchAll(/\{"(\w+)",|state\["(\w+)"\]|add\(state, "(\w+)"/g)].map(
    (match) => match[1] ?? match[2] ?? match[3]!,
  )
  assert.ok(fields.length > 60, `${fields.length} fields were found`)
  assert.deepEqual(
    fields.filter((field) => !fieldText(field)),
    [],
  )
})

test('a stage is called here as the server calls it', () => {
  const names = stringsOf(/kStageNames\{([^}]*)\}/.exec(read('workflow/stage.hpp'))![1]!)
  assert.equal(names.length, 23)
  const words = [...read('service/orders/words.cpp').matchAll(/\{"([^"]+)", "([^"]+)"\}/g)].slice(0, names.length)
  names.forEach((name, at) => assert.equal(valueText(`stage.${name}`), words[at]![1]))
})

test('what changed is told in words, people, documents and sums by what they are called', () => {
  const told = (path: string, before: unknown, after: unknown) => {
    const change = changeText({ path, before, after })
    return `${change.where}: ${change.before} → ${change.after}`
  }
  assert.equal(told('/stage', 'in_review', 'rejected'), `环节: 审核中 → ${stage('rejected').zh}`)
  assert.equal(told('/fee_fen', null, 22000), '费用:  → ¥220.00')
  assert.equal(told('/documents/licence/decision', 'none', 'accepted'), '资料 · licence · 审核结论: 未决定 → 通过')
  assert.equal(told('/refunds/R1/state', 'asked', 'sending'), '退款 · R1 · 状态: 已申请 → 正在发出')
  assert.equal(told('/attempts/P1/state', 'open', 'settled'), '付款 · P1 · 状态: 待付款 → 已支付')
  assert.equal(told('/approvals/revoke_by_reissue/reason', '', '补办'), '双人确认 · 补办吊销原证书 · 原因:  → 补办')
  assert.equal(
    told('/attempts', null, {
      P1: { amount_fen: 22000, channel: 'wechat', paid_fen: 0, state: 'open', transaction: '' },
    }),
    '付款:  → P1 金额 ¥220.00 · 渠道 微信支付 · 实付 ¥0.00 · 状态 待付款',
  )
  assert.equal(told('/documents/licence/reasons', [], ['太淡', '缺角']), '资料 · licence · 理由:  → 太淡；缺角')
  assert.equal(told('/terms_digest', '', 'ab'.repeat(32)), '规则摘要:  → abababababab…')
})

test('what is newer than these pages stands as the server said it', () => {
  assert.deepEqual(changeText({ path: '/weather/today', before: undefined, after: 'fair' }), {
    where: '/weather/today',
    isKnown: false,
    before: '',
    after: 'fair',
  })
})

test('in English nothing of it is Chinese', () => {
  language.value = 'en'
  const { where, before, after } = changeText({ path: '/delivery', before: 'courier', after: 'collection' })
  assert.equal(`${where}: ${before} → ${after}`, 'delivery: by courier → fetched at the hall')
  language.value = 'zh'
})
