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
  'desk/audit': ['desk/audit'],
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

// Templates are read in both languages: what a person reads in them comes from a file of messages.
for (const room of ['applicant', 'desk', 'phone', 'widgets'])
  test(`${room}: no Chinese stands in a template`, () => {
    const kItself = /aria-hidden="true">朱<|'English' : '中文'/ // the mark of the house, and a language's own name
    const pages = readdirSync(join(__WEB__, room), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.vue'),
    )
    for (const page of pages) {
      const template = readFileSync(join(__WEB__, room, page), 'utf8').split(/^<template>$/m)[1] ?? ''
      const lines = template.split(/^<\/template>$/m)[0]!.split('\n')
      for (const line of lines.filter((line) => !kItself.test(line)))
        assert.doesNotMatch(line, /[\p{Script=Han}，。；：？！（）、]/u, page)
    }
  })

test('what the server tells by a name alone has its words', () => {
  const { zh } = tables('desk/audit')
  const repository = join(__WEB__, '../..')
  const namesIn = (path: string, after: string) => {
    const text = readFileSync(join(repository, path), 'utf8').split(after)[1]!.split('};')[0]!
    return [...text.matchAll(/"([a-z_]+)"/g)].map((match) => match[1]!)
  }
  const expected = [
    ...namesIn('workflow/event.cpp', 'kNames{').map((name) => `kind.${name}`),
    ...namesIn('workflow/organisation/organisation.cpp', 'kNames{').map((name) => `kind.${name}`),
    ...namesIn('workflow/effect.cpp', 'kNames{').map((name) => `job.${name}`),
    ...namesIn('workflow/role.hpp', 'kRoleNames{').map((name) => `who.${name}`),
    ...namesIn('service/store/ledger/verify.cpp', 'kNames{').map((name) => `fault.${name}`),
  ]
  assert.ok(expected.length > 100, String(expected.length))
  assert.deepEqual(
    expected.filter((key) => !(key in zh)),
    [],
  )
})

test('a gap without a value stays to be seen', () => {
  assert.equal(filled('{a} of {b}', { a: 1 }), '1 of {b}')
})
