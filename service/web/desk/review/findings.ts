import type { CaseDocument } from '../wire/review'
import type { Finding, Level } from '../wire/report'

const WEIGHT: Record<Level, number> = { block: 0, warn: 1, note: 2 }

// What leads comes first; among equals, from the top of the page down.
export function findingsOf(document: CaseDocument | undefined): Finding[] {
  if (!document) return []
  const all = [...(document.report?.findings ?? []), ...(document.report?.cross ?? [])]
  const top = (finding: Finding) => finding.box?.[1] ?? Number.MAX_SAFE_INTEGER
  return all.sort((one, other) => WEIGHT[one.level] - WEIGHT[other.level] || top(one) - top(other))
}

// Pages whose report has not come yet are shown all the same; boxes need no size then.
export function sizeOf(document: CaseDocument | undefined): { width: number; height: number } {
  return { width: document?.report?.image?.width ?? 1654, height: document?.report?.image?.height ?? 2339 }
}
