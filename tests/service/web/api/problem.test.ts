import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { complaints, noAnswer, ours, sentence, unreadable, type Problem } from '@/api/problem'
import type { Language } from '@/messages/messages'
import zh from '@/messages/problems/zh.json'

// What the server can say is taken from its own sources: whatever it says anew is looked at here, too.

const kRoot = join(__WEB__, '../..')
const source = (path: string) => readFileSync(join(kRoot, path), 'utf8')

const kRooms = readdirSync(join(kRoot, 'service'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'web')
  .map(({ name }) => join('service', name))

const sourcesUnder = (room: string): string[] =>
  readdirSync(join(kRoot, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cpp'))
    .map((path) => source(join(room, path)))

// English may quote what is written on a document or a page.
const isIn = (text: string, language: Language) =>
  /\p{Script=Han}/u.test(text.replace(/“[^”]*”|\([^)]*\)/g, '')) === (language === 'zh')

const kText = String.raw`"((?:[^"\\]|\\.)*)"`

// "CODE", "zh", "en", or with a format around a sentence of gaps.
function saidWithCode(): [code: string, zh: string, en: string][] {
  const formatted = String.raw`(?:fmt::format\(\s*)?`
  const row = new RegExp(String.raw`"([A-Z][A-Z_]+)",\s*${formatted}${kText}[^"]*?,\s*${formatted}${kText}`, 'g')
  return kRooms
    .flatMap(sourcesUnder)
    .flatMap((text) => [...text.matchAll(row)].map(([, code, one, other]) => [code!, one!, other!] as const))
    .filter(([, one]) => isIn(one, 'zh'))
    .map((each) => [...each])
}

const faultCodes = (): string[] => {
  const told = source('service/openapi.yaml').split('    FaultCode:\n      enum:\n')[1]!.split('    Problem:')[0]!
  return [...told.matchAll(/- ([A-Z_]+)/g)].map(([, code]) => code!)
}

test('every code of the interface has its sentence in both languages, which the page takes by its own', () => {
  const said = new Map(saidWithCode().map(([code, zh, en]) => [code, { zh, en }]))
  const codes = faultCodes()
  assert.ok(codes.length >= 22, String(codes.length))
  assert.deepEqual(
    codes.filter((code) => !said.has(code)),
    [],
  )
  for (const [code, { zh, en }] of said) {
    const problem: Problem = { status: 409, code, title: en, detail: zh }
    assert.ok(isIn(sentence(problem, 'zh'), 'zh'), `${code}: ${zh}`)
    assert.ok(isIn(sentence(problem, 'en'), 'en'), `${code}: ${en}`)
  }
})

test('every refusal of the workflow has its sentence in both languages', () => {
  const names = source('workflow/refusal.cpp').split('kNames{')[1]!.split('};')[0]!
  const codes = [...names.matchAll(/"([A-Z_]+)"/g)].map(([, code]) => code!)
  assert.ok(codes.length > 90, String(codes.length))
  for (const language of ['zh', 'en'] as const) {
    const messages = JSON.parse(source(`workflow/messages/${language}.json`)) as Record<string, Record<string, string>>
    for (const code of codes) assert.ok(isIn(messages.refusals![code] ?? '', language), `${code} ${language}`)
  }
})

test('problems the pages find themselves speak both languages', () => {
  for (const code of Object.keys(zh) as (keyof typeof zh)[])
    for (const language of ['zh', 'en'] as const) {
      const told = sentence(ours(code), language)
      assert.ok(told !== '' && isIn(told, language), `${code} ${language}: ${told}`)
    }
  assert.equal(noAnswer.code, 'NO_ANSWER')
})

test('what nginx answers for the server is told by its status', () => {
  const statuses = [408, 413, 429, 502, 503, 504, 500, 400]
  assert.deepEqual(
    statuses.map((status) => unreadable(status).code),
    [
      'BODY_LATE',
      'BODY_TOO_LARGE',
      'TOO_MANY',
      'STOPPING',
      'STOPPING',
      'STOPPING',
      'UNREADABLE_ANSWER',
      'UNREADABLE_ANSWER',
    ],
  )
  assert.equal(unreadable(413).status, 413)
})

const toldOf = (pointer: string, detail: string, language: Language) =>
  Object.values(complaints({ ...noAnswer, errors: [{ pointer, detail }] }, language))[0]!

test('a complaint that carries both languages is told in one', () => {
  const both: [detail: string, zh: string, en: string][] = [
    ['原因太多了。Too many reasons.', '原因太多了。', 'Too many reasons.'],
    ['没有这种事件 (there is no such event)', '没有这种事件', 'there is no such event'],
    ['须为 JSON 对象 (a JSON object is expected)', '须为 JSON 对象', 'a JSON object is expected'],
    [
      '原因不能为空，也不要超过 200 字。A reason is neither empty nor longer than 600 bytes.',
      '原因不能为空，也不要超过 200 字。',
      'A reason is neither empty nor longer than 600 bytes.',
    ],
  ]
  for (const [detail, zh, en] of both) {
    assert.equal(toldOf('/x', detail, 'zh'), zh)
    assert.equal(toldOf('/x', detail, 'en'), en)
  }
})

test('a complaint in the other language is told by its field', () => {
  assert.equal(toldOf('/agent/mobile', '请填写 11 位手机号码。', 'zh'), '请填写 11 位手机号码。')
  assert.match(toldOf('/agent/mobile', '请填写 11 位手机号码。', 'en'), /11 digits/)
  assert.match(toldOf('/7/valid_until', '"soon" is no day; write 2027-11-21', 'zh'), /日期/)
  assert.equal(
    toldOf('/7/valid_until', '"soon" is no day; write 2027-11-21', 'en'),
    '"soon" is no day; write 2027-11-21',
  )
  assert.equal(
    toldOf('/headers/content-type', 'the body is application/json', 'zh'),
    '这一项没有被接受，请对照旁边的提示修改。',
  )
})

test('whatever the server complains about is told in the language of the page alone', () => {
  const given = new RegExp(String.raw`"(/[\w/{}-]*)"(?: \+ \w+)?,\s*(?:fmt::format\(\s*)?${kText}`, 'g')
  const texts = kRooms.flatMap(sourcesUnder).flatMap((text) => [...text.matchAll(given)])
  assert.ok(texts.length > 30, String(texts.length))
  for (const [, pointer, detail] of texts)
    for (const language of ['zh', 'en'] as const) {
      const told = toldOf(pointer!, detail!, language)
      assert.ok(isIn(told, language), `${pointer} ${language}: ${told}`)
      if (language === 'zh') assert.doesNotMatch(told, /[a-z]+ [a-z]+ [a-z]+/, detail)
    }
})
