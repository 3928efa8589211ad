import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMobile, namedAsPrinted, typed } from '@/applicant/credit_code'

test('a code is tidied while it is typed, and no character is guessed', () => {
  assert.equal(typed(' 9136 9999ma34484563 '), '91369999MA34484563')
  assert.equal(typed('９１３６９９９９ＭＡ３４４８４５６３'), '91369999MA34484563')
  assert.equal(typed('91369999MA344845630000'), '91369999MA34484563')
  assert.equal(typed('9O36'), '9O36')
})

test('brackets become those of the licence, and it is said', () => {
  assert.deepEqual(namedAsPrinted('虚构(江西)公司'), {
    name: '虚构（江西）公司',
    changed: true,
  })
  assert.deepEqual(namedAsPrinted('虚构（江西）公司'), {
    name: '虚构（江西）公司',
    changed: false,
  })
})

test('a mobile number is one of eleven digits; a landline is none', () => {
  assert.ok(isMobile('13900000001'))
  for (const wrong of ['079188888888', '1390000000', '139000000012', '23900000001', ''])
    assert.ok(!isMobile(wrong), wrong)
})
