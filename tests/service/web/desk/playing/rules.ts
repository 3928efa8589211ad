import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft, Replayed } from '@/desk/wire/rules'
import reports from '../../support/reports.json'
import { digestOf, hoursAgo, subjectLine } from './orders'
import { Refusal, answer, type Rows } from './server'

// Drafts of rules and what they come to: one draft, which can be checked, tried, replayed and published.

// What `reports.smeared` was told of.
export const kSmeared = join(__WEB__, '../../samples/shipped/business_licence/referred_seal_smeared.jpg')

const kRules = `# 鹰潭市阳光采购服务平台
project: yingtan_sunshine
name: {zh: 鹰潭市阳光采购服务平台, en: Yingtan Sunshine Procurement Platform}
operations:
  new:
    variants:
      main: {name: {zh: 主锁, en: Main key}, fe: 22000, seal: true}
`

function draftOf(): Draft {
  return {
    id: 'd1',
    title: '主锁收费调整',
    author: 'author-1',
    state: 'draft',
    version: 3,
    base: digestOf('base'),
    outdated: false,
    made_at: hoursAgo(30),
    changed_at: hoursAgo(2),
    files: [{ path: 'projects/yingtan_sunshine.yaml', removed: false }],
    shadow: null,
    question: null,
    subject: null,
    confirmed_by: null,
    confirmed_at: null,
  }
}

const kFinding = (code: string, box: number[]) => ({
  code,
  level: 'warn',
  check: 'seal',
  rule: 'yingtan_sunshine/licence/seal_clear',
  box,
})
const side = (verdict: 'accept' | 'refer' | 'reject') => ({
  covered: true,
  verdict,
  gaps: [],
})
const replayed = {
  schema: 1,
  scans: 500,
  open: [],
  unread: [],
  matrix: {
    accept: { accept: 402, refer: 3 },
    refer: { refer: 71, accept: 1 },
    reject: { reject: 23 },
    unreadable: {},
    open: {},
  },
  changed: [
    {
      file: '26YT7001/licence',
      project: 'yingtan_sunshine',
      document: 'licence',
      before: side('accept'),
      after: side('refer'),
      appeared: [kFinding('SEAL_FAINT', [980, 1600, 420, 420])],
      vanished: [],
      regraded: [],
    },
    {
      file: '26YT7002/seal_sheet',
      project: 'yingtan_sunshine',
      document: 'seal_sheet',
      before: side('refer'),
      after: side('accept'),
      appeared: [],
      vanished: [kFinding('SEAL_SPECKLE', [300, 500, 400, 400])],
      regraded: [],
    },
  ],
} as unknown as Replayed

export function ruleRows(who: () => string): Rows {
  const draft = draftOf()
  const change = (words: string[], before: string, after: string) => ({
    steps: words,
    before,
    after,
  })
  return {
    'GET rules/drafts': () => ({ items: [draft], next: null }),
    'POST rules/drafts': () => answer(201, draft),
    'GET rules/drafts/:draft': () => draft,
    'GET rules/publications': () => ({
      items: [2, 1].map((number) => ({
        number,
        rule_set: digestOf(`set ${number}`),
        at: hoursAgo(100 / number),
        by: 'author-2',
        reason: '按资料说明调整',
      })),
      next: null,
    }),
    'POST rules/rollback': () => ({
      number: 3,
      rule_set: digestOf('set 1'),
      at: hoursAgo(0),
      by: who(),
      reason: '误退',
    }),
    'GET rules/files': ({ query }) =>
      query.get('path')
        ? { status: 200, type: 'text/plain', text: kRules }
        : {
            items: [
              'documents/licence_copy.yaml',
              'projects/yingtan_sunshine.test.yaml',
              'projects/yingtan_sunshine.yaml',
            ].map((path) => ({
              path,
              bytes: 900,
              sha256: digestOf(path),
              edited: path === 'projects/yingtan_sunshine.yaml',
            })),
            next: null,
            rule_set: digestOf('set 2'),
          },
    'PUT rules/files': () => Object.assign(draft, { version: draft.version + 1 }),
    'POST rules/check': ({ json }) => {
      const text = Object.values(json.files as Record<string, string>)[0] ?? ''
      const at = text.indexOf('fe:')
      const offset = (place: number) => ({
        byte: place,
        character: place,
        utf16: place,
      })
      const mistake = {
        code: 'UNKNOWN_KEY',
        severity: 'error',
        file: 'projects/yingtan_sunshine.yaml',
        line: 7,
        column: 45,
        begin: offset(at),
        end: offset(at + 2),
        message: {
          zh: '这里没有“fe”这个键。',
          en: 'There is no key “fe” here.',
        },
        hint: { zh: '您是不是想写“fee”？', en: 'Did you mean “fee”?' },
      }
      return { schema: 1, files: 3, mistakes: at >= 0 ? [mistake] : [] }
    },
    'POST rules/completions': () => [
      { text: 'fee', zh: '费用，单位分', en: 'in fen' },
      { text: 'fee_per', zh: '按年收费', en: 'by year' },
    ],
    'POST rules/test': () => ({
      schema: 1,
      held: 1,
      todo: 0,
      failed: 1,
      broken: 0,
      cases: [
        {
          project: 'yingtan_sunshine',
          case: '盖章复印件，通过',
          file: 'projects/yingtan_sunshine.test.yaml',
          line: 4,
          documents: ['licence', 'id_card'],
          outcome: 'held',
          findings: [],
        },
        {
          project: 'yingtan_sunshine',
          case: '复印件的章太淡，转人工',
          file: 'projects/yingtan_sunshine.test.yaml',
          line: 12,
          documents: ['licence'],
          outcome: 'failed',
          difference: { missing: ['SEAL_FAINT'] },
          findings: reports.smeared.findings,
        },
      ],
    }),
    'GET rules/pictures': () => ({ status: 200, type: 'image/jpeg', text: readFileSync(kSmeared) }),
    'POST rules/inspections': () => ({ schema: 1, file: '', facts: {}, ...reports.smeared }),
    'POST rules/diff': () => ({
      schema: 1,
      projects: [
        {
          project: 'yingtan_sunshine',
          kind: 'changed',
          changes: [
            {
              kind: 'changed',
              path: '/operations/new/variants/main/fee',
              before: 22000,
              after: 24000,
              words: change(['新制', '主锁', '费用'], '220 元', '240 元'),
              words_en: change(['new', 'main', 'fee'], '220 yuan', '240 yuan'),
            },
          ],
        },
      ],
    }),
    'POST rules/replay': () => replayed,
    'POST rules/drafts/:draft/shadow': () =>
      Object.assign(draft, {
        state: 'shadow',
        shadow: {
          since: hoursAgo(0),
          reports: 0,
          alike: 0,
          open: 0,
          verdicts: [],
        },
        subject: {
          text: 'title 6: 涨价\nauthor 8: author-1\n',
          digest: digestOf('subject'),
          lines: [subjectLine('标题', 'Title', '涨价'), subjectLine('作者', 'Author', 'author-1', 'person')],
        },
      }),
    'POST rules/drafts/:draft/question': ({ json }) =>
      Object.assign(draft, {
        state: 'asked',
        question: {
          asked_by: who(),
          asked_at: hoursAgo(0),
          reason: json.reason,
          digest: json.digest,
        },
      }),
    'POST rules/drafts/:draft/confirmation': ({ json }) => {
      if (draft.question?.asked_by === who())
        return new Refusal(
          409,
          'SECOND_PERSON_IS_FIRST',
          '这需要两个人，请另一位同事确认。',
          'This takes two persons. Let a colleague confirm it.',
        )
      if (json.digest !== draft.subject?.digest) return new Refusal(412, 'CHANGED', '内容已变。', 'It has changed.')
      return Object.assign(draft, {
        state: 'live',
        confirmed_by: who(),
        confirmed_at: hoursAgo(0),
      })
    },
    'GET rules/precision': () => ({
      items: [
        {
          rule: 'yingtan_sunshine/licence/seal_clear',
          code: 'SEAL_FAINT',
          upheld: 31,
          overturned: 14,
          missed: 2,
          precision: 0.689,
        },
        {
          rule: 'yingtan_sunshine/id_card/card_sealed',
          code: 'SEAL_NONE',
          upheld: 88,
          overturned: 1,
          missed: 0,
          precision: 0.989,
        },
      ],
      next: null,
      samples: { looked: 120, confirmed: 119, rejected: 1 },
    }),
  }
}
