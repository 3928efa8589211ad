import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accepting, decisionOf, nextUndecided, outcomeOf, rejecting, type Choices } from '@/desk/review/choices'
import { sidesOf } from '@/desk/review/sides'
import { fitOf, placed } from '@/desk/viewer/marks'
import { caseOf } from './playing/cases'

const shown = caseOf('26YT0001', 0, {
  organisation: '',
  defect: 'licence',
  refused: 'seal_sheet',
})
const all = (but: Choices = {}): Choices => ({
  ...Object.fromEntries(shown.documents.map((one) => [one.slot, accepting(one)])),
  ...but,
})

test('a case is open until every document is decided, by its scan', () => {
  assert.equal(outcomeOf(shown, {}, false), 'open')
  assert.equal(outcomeOf(shown, all(), false), 'approve')
  const other = { ...accepting(shown.documents[0]!), sha256: '0'.repeat(64) }
  assert.equal(outcomeOf(shown, all({ [shown.documents[0]!.slot]: other }), false), 'open')
  assert.equal(outcomeOf(shown, all({ licence: rejecting(shown.documents[1]!, ['SEAL_FAINT']) }), false), 'reject')
  assert.equal(outcomeOf(shown, all(), true), 'reject')
})

test('what blocks is let pass by two persons: the first says why, the second confirms the digest shown', () => {
  const blocked = structuredClone(shown)
  blocked.order.slots.find((slot) => slot.id === 'licence')!.document!.blocking = ['SEAL_COVERS_KEY']
  assert.equal(outcomeOf(blocked, all(), false), 'override')
  assert.deepEqual(decisionOf(blocked, all(), false, '已电话核实').override, {
    reason: '已电话核实',
  })
  blocked.second_person = {
    asked_by: 'reviewer-2',
    reason: '已电话核实',
    digest: 'a'.repeat(64),
  }
  assert.equal(outcomeOf(blocked, all(), false), 'confirm')
  assert.deepEqual(decisionOf(blocked, all(), false, '').override, {
    digest: 'a'.repeat(64),
  })
})

test('the next document is the next undecided one, round the end', () => {
  assert.equal(nextUndecided(shown, {}, 1), 2)
  assert.equal(nextUndecided(shown, {}, 4), 0)
  assert.equal(nextUndecided(shown, all(), 0), null)
})

test('the sheet of seals goes before the other documents, the round before before it', () => {
  const sheet = shown.documents.findIndex((one) => one.slot === 'seal_sheet')
  assert.deepEqual(sidesOf(shown, 0).slice(0, 2), ['facts', 'seal_sheet'])
  assert.deepEqual(sidesOf(shown, sheet).slice(0, 2), ['facts', 'previous'])
})

test('a box lies where the page lies, turned or not', () => {
  const upright = fitOf({ x: 10, y: 20 }, { x: 110, y: 20 }, { x: 10, y: 220 }, 1000, 2000)
  assert.deepEqual(placed(upright, 500, 1000), { x: 60, y: 120 })
  const turned = fitOf({ x: 220, y: 20 }, { x: 220, y: 120 }, { x: 20, y: 20 }, 1000, 2000)
  assert.deepEqual(placed(turned, 500, 1000), { x: 120, y: 70 })
})
