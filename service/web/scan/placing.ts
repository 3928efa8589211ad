import type { CrossFinding, Finding } from '@/api/types'

export type Box = [number, number, number, number]

export interface Mark {
  number: number
  finding: Finding
  box: Box | null // in shares of the picture, 0 to 1
}

const kGraver = { block: 0, warn: 1, note: 2 }

// Numbered as they are told: what stops first, then top to bottom.
export function marks(findings: Finding[], image: { width: number; height: number } | undefined): Mark[] {
  const sorted = [...findings].sort(
    (a, b) => kGraver[a.level] - kGraver[b.level] || (a.box?.[1] ?? Infinity) - (b.box?.[1] ?? Infinity) || 0,
  )
  return sorted.map((finding, at) => ({ number: at + 1, finding, box: share(finding.box, image) }))
}

function share(box: Finding['box'], image: { width: number; height: number } | undefined): Box | null {
  if (!box || !image || image.width < 1 || image.height < 1) return null
  const [x = 0, y = 0, w = 0, h = 0] = box
  return [x / image.width, y / image.height, w / image.width, h / image.height]
}

// What several documents say against each other, where this one says it.
export const here = (cross: CrossFinding[], slot: string): Finding[] =>
  cross.map((finding) => ({ ...finding, box: finding.sights.find(({ document }) => document === slot)?.box }))
