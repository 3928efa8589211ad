import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isBlank } from '@/scan/blank'
import { checkBytes } from '@/scan/check'

const kLimits = { formats: ['jpeg', 'png', 'bmp'], max_bytes: 1024 * 1024 }
const sample = (name: string) => new Uint8Array(readFileSync(join(__WEB__, '../../samples/shipped', name)))
const stops = (bytes: Uint8Array, size = bytes.length) => checkBytes(bytes, size, kLimits).stops.map(({ what }) => what)

test('a good scan is not stopped and nothing is asked', () => {
  const bytes = sample('application_form/accepted.jpg')
  assert.deepEqual(checkBytes(bytes, bytes.length, kLimits), {
    ...checkBytes(bytes, bytes.length, kLimits),
    stops: [],
    asks: [],
  })
})

test('what the server would refuse is stopped', () => {
  assert.deepEqual(stops(new Uint8Array()), ['empty'])
  assert.deepEqual(stops(new TextEncoder().encode('%PDF-1.7 and more')), ['format'])
  assert.deepEqual(stops(sample('id_card/accepted.jpg').subarray(0, 100)), ['damaged'])
  assert.deepEqual(stops(sample('id_card/accepted.jpg'), kLimits.max_bytes + 1), ['large'])
  assert.deepEqual(stops(sample('id_card/accepted.jpg'), kLimits.max_bytes), [])
})

test('a format the slot does not take is stopped, by whichever of its names', () => {
  const bytes = sample('id_card/accepted.jpg')
  assert.equal(checkBytes(bytes, 9, { formats: ['png'], max_bytes: 10 }).stops[0]?.what, 'format')
  assert.deepEqual(checkBytes(bytes, 9, { formats: ['jpg'], max_bytes: 10 }).stops, [])
})

test('what is too coarse is asked about', () => {
  const bytes = sample('business_licence/refused_lowres.jpg')
  assert.deepEqual(checkBytes(bytes, bytes.length, kLimits).asks, [{ what: 'coarse', width: 819, height: 579 }])
})

const page = (print: (at: number) => number) => {
  const pixels = new Uint8ClampedArray(96 * 96 * 4)
  for (let at = 0; at < pixels.length; at += 4) pixels.fill(print(at / 4), at, at + 3)
  return pixels
}

test('paper is blank, whatever its brightness; a line of print is not', () => {
  assert.ok(isBlank(page(() => 255)))
  assert.ok(isBlank(page((at) => 240 + (at % 3))))
  assert.ok(!isBlank(page((at) => (at >= 96 * 40 && at < 96 * 42 && at % 2 ? 60 : 245))))
})
