import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CrossFinding, Finding } from '@/api/types'
import { here, marks } from '@/scan/placing'

const finding = (code: string, level: Finding['level'], box?: Finding['box']): Finding => ({
  code,
  level,
  check: code,
  box,
  message: code,
  remedy: '',
})

test('what stops comes first, then top to bottom, then what has no place', () => {
  const told = marks(
    [
      finding('note', 'note'),
      finding('low', 'warn', [0, 90, 1, 1]),
      finding('high', 'warn', [0, 10, 1, 1]),
      finding('stop', 'block'),
    ],
    { width: 100, height: 100 },
  )
  assert.deepEqual(
    told.map(({ number, finding }) => [number, finding.code]),
    [
      [1, 'stop'],
      [2, 'high'],
      [3, 'low'],
      [4, 'note'],
    ],
  )
})

test('a box becomes shares of the picture; without a picture there is none', () => {
  const one = [finding('seal', 'block', [50, 20, 100, 40])]
  assert.deepEqual(marks(one, { width: 200, height: 100 })[0]?.box, [0.25, 0.2, 0.5, 0.4])
  assert.equal(marks(one, undefined)[0]?.box, null)
  assert.equal(marks(one, { width: 0, height: 0 })[0]?.box, null)
})

test('what documents say against each other is drawn where this one says it', () => {
  const cross: CrossFinding[] = [
    {
      ...finding('NAME_CHAR', 'block'),
      message_en: '',
      remedy_en: '',
      sights: [
        {
          document: 'licence',
          value: 'A',
          box: [1, 2, 3, 4],
        },
      ],
    },
  ]
  assert.deepEqual(here(cross, 'licence')[0]?.box, [1, 2, 3, 4])
  assert.equal(here(cross, 'id_card')[0]?.box, undefined)
})
