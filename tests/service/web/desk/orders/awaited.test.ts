import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { awaitedIn, waitsForNobody } from '@/desk/orders/awaited'
import { commands } from '@/desk/orders/commands'
import type { Order } from '@/desk/wire/order'
import { hoursAgo, orderOf } from '../playing/orders'

const waiting = (what: string, more: Partial<Order> = {}): Order => {
  const order = orderOf('26YT7001', 'paper_wrong', 0, more)
  return { ...order, waiting: { ...order.waiting, what, since: hoursAgo(3) } }
}

// The server's own names, from where it says them.
const source = readFileSync(join(__WEB__, '../../workflow/waiting.cpp'), 'utf8')
const kWaits = [.../kNames\{([^}]*)\}/.exec(source)![1]!.matchAll(/"(\w+)"/g)].map((match) => match[1]!)

test('most waits of the server are ended by a command of a desk, and by one that has a form', () => {
  const ended = kWaits.filter((what) => awaitedIn(waiting(what)))
  assert.equal(ended.length, 16)
  for (const what of ended) assert.ok(commands[awaitedIn(waiting(what))!], what)
})

test('what is fetched waits to be handed over, what the courier takes to be dispatched', () => {
  assert.equal(awaitedIn(waiting('collection')), 'hand_over')
  assert.equal(awaitedIn(waiting('courier')), 'dispatch')
})

test('whoever was not called about faulty paper is called, and once told sends what is missing', () => {
  const call = { by: 'operator-1', reached: true, note: '' }
  assert.equal(awaitedIn(waiting('paper_supplement')), 'log_call')
  const before = waiting('paper_supplement', { calls: [{ ...call, at: hoursAgo(9) }] })
  assert.equal(awaitedIn(before), 'log_call')
  const inVain = waiting('paper_supplement', { calls: [{ ...call, reached: false, at: hoursAgo(1) }] })
  assert.equal(awaitedIn(inVain), 'log_call')
  const told = waiting('paper_supplement', { calls: [{ ...call, at: hoursAgo(1) }] })
  assert.equal(awaitedIn(told), 'enter_courier_number')
})

test('an order that is done waits for nobody', () => {
  assert.ok(waitsForNobody(waiting('nothing')))
  assert.ok(waitsForNobody(waiting('nothing_void')))
  assert.ok(!waitsForNobody(waiting('payment')))
})
