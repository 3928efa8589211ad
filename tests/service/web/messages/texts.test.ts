import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { filled } from '@/messages/messages'

type Texts = Record<string, string>

const tables = (room: string): { zh: Texts; en: Texts } => {
  const read = (language: string) =>
    JSON.parse(readFileSync(join(__WEB__, room, 'messages', `${language}.json`), 'utf8')) as Texts
  return { zh: read('zh'), en: read('en') }
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

const sources = (room: string): string =>
  readdirSync(join(__WEB__, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|vue)$/.test(path))
    .map((path) => readFileSync(join(__WEB__, room, path), 'utf8'))
    .join('\n')

const kRooms: Record<string, string[]> = {
  applicant: ['applicant', 'phone', 'widgets', 'scan'],
  desk: ['desk'],
}

for (const [room, readers] of Object.entries(kRooms)) {
  const { zh, en } = tables(room)

  test(`${room}: every text is there in both languages`, () => {
    assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort())
    for (const [key, text] of Object.entries({ ...zh, ...en })) assert.notEqual(text.trim(), '', key)
  })

  test(`${room}: both languages leave the same gaps`, () => {
    for (const key of Object.keys(zh)) assert.deepEqual(placeholders(en[key]!), placeholders(zh[key]!), key)
  })

  test(`${room}: English texts hold no Chinese punctuation, and Chinese ones are Chinese`, () => {
    for (const [key, text] of Object.entries(en)) assert.doesNotMatch(text, /[，。；：？！]/, key)
    // The switch to the other language is written in that one.
    for (const [key, text] of Object.entries(zh).filter(([key]) => !key.endsWith('other_language')))
      assert.match(text, /[\p{Script=Han}{]|^[\W\d]*$/u, key)
  })

  test(`${room}: no text stands there for nobody`, () => {
    const written = readers.map(sources).join('\n')
    const families = [...written.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1]!)
    const unused = Object.keys(zh).filter(
      (key) => !written.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    )
    assert.deepEqual(unused, [])
  })
}

test('a gap without a value stays to be seen', () => {
  assert.equal(filled('{a} of {b}', { a: 1 }), '1 of {b}')
})
