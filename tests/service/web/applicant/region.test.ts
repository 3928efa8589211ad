import assert from 'node:assert/strict'
import { test } from 'node:test'
import { regionDoubt } from '@/applicant/region'
import { catalogue } from '../support/catalogue'

const project = (organisations: 'any' | 'inside' | 'outside') => ({
  ...catalogue().items[0]!,
  region: { prefix: '36', organisations },
})
const kInside = '91369999MA34484563'
const kOutside = '91310000MA34484563'

test('a project for one side doubts codes of the other', () => {
  assert.equal(regionDoubt(project('outside'), kInside), 'region.inside')
  assert.equal(regionDoubt(project('inside'), kOutside), 'region.outside')
})

test('where code and project agree, or nothing is known, nothing is doubted', () => {
  assert.equal(regionDoubt(project('inside'), kInside), null)
  assert.equal(regionDoubt(project('outside'), kOutside), null)
  assert.equal(regionDoubt(project('any'), kOutside), null)
  assert.equal(regionDoubt(undefined, kInside), null)
  assert.equal(regionDoubt(project('inside'), ''), null)
})
