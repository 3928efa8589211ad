import type { Finding, Report } from '@/desk/wire/report'
import type { Case, CaseDocument, QueueItem } from '@/desk/wire/review'
import { digestOf, hoursAgo, orderOf } from './orders'
import { kPage, kSeal } from './picture'

// Cases for the reviewer: the first is clean, the second has a licence with a faint seal, the third was refused before.

const finding = (
  code: string,
  level: Finding['level'],
  box: Finding['box'],
  zh: [string, string],
  en: [string, string],
  measured: [number, number],
): Finding => ({
  code,
  level,
  check: code.toLowerCase(),
  rule: `yingtan_sunshine/licence_copy/${code.toLowerCase()}`,
  box,
  value: measured[0],
  threshold: measured[1],
  message: zh[0],
  remedy: zh[1],
  message_en: en[0],
  remedy_en: en[1],
})

const kFaint: Finding[] = [
  finding(
    'SEAL_FAINT',
    'warn',
    [kSeal.x, kSeal.y, kSeal.side, kSeal.side],
    ['公章太淡，看不清', '请蘸足印泥，重新盖章后扫描'],
    ['The company seal is too faint', 'Stamp again with enough paste, then scan'],
    [0.31, 0.45],
  ),
  finding(
    'SEAL_COVERS_KEY',
    'block',
    [1000, 1180, 300, 70],
    ['印章压住了关键信息', '请把章盖在空白处'],
    ['The seal covers key information', 'Stamp in a blank area'],
    [0.4, 0.1],
  ),
  finding(
    'IMG_LOWRES',
    'note',
    undefined,
    ['分辨率偏低', '建议用 300 dpi 扫描'],
    ['The resolution is low', 'Scan at 300 dpi'],
    [200, 240],
  ),
]

function reportOf(findings: Finding[], organisation: string, code: string): Report {
  return {
    schema: 1,
    bytes: 412_345,
    verdict: findings.length ? 'refer' : 'accept',
    findings,
    image: { format: 'jpeg', ...kPage, dpi: 200 },
    facts: {
      credit_code: { value: code, confidence: 0.998 },
      seals: [
        {
          shape: 'round',
          box: [kSeal.x, kSeal.y, kSeal.side, kSeal.side],
          diameter_mm: 40.1,
          clarity: findings.length ? 0.31 : 0.9,
        },
      ],
      fields: { organisation: { value: organisation, expected: organisation } },
    },
  }
}

export interface Played {
  organisation: string
  defect?: string // slot of the document with findings
  refused?: string // slot of the one that was refused the round before
}

export function caseOf(id: string, nth: number, played: Played): Case {
  const order = orderOf(id, 'in_review', nth)
  const documents = order.slots.map(({ id: slot, name }): CaseDocument => {
    const findings = slot === played.defect ? kFaint.filter((one) => one.level !== 'block') : []
    const sha256 = digestOf(`${id}/${slot}`)
    const offered = [
      {
        code: 'SEAL_FAINT',
        zh: '公章太淡，看不清',
        en: 'The company seal is too faint',
      },
      {
        code: 'review/seal_is_ink',
        zh: '印章不是原章加盖',
        en: 'The seal is not an ink impression',
      },
      {
        code: 'IMG_PHOTO',
        zh: '是照片，不是扫描件',
        en: 'It is a photo, not a scan',
      },
    ]
    return {
      slot,
      name,
      sha256,
      version: 1,
      verdict: findings.length ? 'refer' : 'accept',
      sampled: false,
      to_look_at: true,
      outdated: false,
      overridden: false,
      decision: 'none',
      picture: `/api/v1/orders/${id}/documents/${slot}/picture?version=1`,
      report: reportOf(findings, order.organisation.name, order.organisation.credit_code),
      reasons: offered.map((one) => ({
        ...one,
        from_finding: findings.some((found) => found.code === one.code),
      })),
      previous:
        slot === played.refused
          ? {
              sha256: digestOf(`${id}/${slot}/0`),
              version: 0,
              accepted: false,
              picture: `/api/v1/orders/${id}/documents/${slot}/picture?version=0`,
              reasons: [{ ...offered[0]!, from_finding: true }],
            }
          : null,
    }
  })
  return {
    order: { ...order, round: played.refused ? 2 : 1 },
    digest: digestOf(`case ${id}`),
    until: hoursAgo(-0.3),
    documents,
    second_person: null,
  }
}

export function queueItem(shown: Case, points: number, held: boolean): QueueItem {
  const { order } = shown
  const reasons =
    points >= 50
      ? [
          {
            code: 'forgery' as const,
            zh: '疑似伪造',
            en: 'Hint at forgery',
            points: 40,
          },
        ]
      : points >= 20
        ? [
            {
              code: 'referred' as const,
              zh: '机器转人工',
              en: 'Referred',
              points: 20,
            },
          ]
        : []
  const findings = shown.documents
    .flatMap((document) => document.report?.findings ?? [])
    .map((one) => ({
      code: one.code,
      zh: one.message,
      en: one.message_en!,
      count: 1,
    }))
  return {
    order: order.id,
    project: order.project,
    operation: order.operation.code,
    variant: order.variant.code,
    organisation: order.organisation,
    submitted_at: order.waiting.since,
    until: order.waiting.until!,
    late: Date.parse(order.waiting.until!) < Date.now(),
    risk: { points, reasons },
    findings,
    resubmission: order.round > 1,
    mine: order.round > 1,
    held,
    asks_second: false,
  }
}
