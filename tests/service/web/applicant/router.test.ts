import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pages } from '@/applicant/pages'
import { find, fitted, placeOf } from '@/applicant/router'

test('an address has a path and a query', () => {
  assert.deepEqual(placeOf('#/help?order=A%2F1'), {
    path: '/help',
    query: { order: 'A/1' },
  })
  assert.deepEqual(placeOf(''), { path: '/', query: {} })
  assert.deepEqual(placeOf('#nonsense'), { path: '/', query: {} })
})

test('names in a pattern are found, and nothing fits by half', () => {
  assert.deepEqual(fitted('/orders/{order}/form', '/orders/A%2F1/form'), {
    order: 'A/1',
  })
  assert.equal(fitted('/orders/{order}', '/orders'), null)
  assert.equal(fitted('/orders/{order}', '/orders/A/form'), null)
  assert.deepEqual(fitted('/help', '/help/'), {})
})

test('every page is found by its own address alone', () => {
  for (const page of pages) {
    assert.equal(find(pages, page.pattern.replace(/\{(\w+)\}/g, 'X'))?.page.pattern, page.pattern)
  }
})
