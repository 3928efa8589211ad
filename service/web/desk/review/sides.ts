import type { Case } from '../wire/review'

// What can be looked at beside a scan: 'facts', 'previous', or the slot of another document.
export type Side = string

export const previous = 'previous'
const SEAL_SHEET = 'seal_sheet' // 签章采集表: what the seals on the other papers are held against

// The sheet of seals goes before the other documents: it is what is compared most.
export function sidesOf(shown: Case, current: number): Side[] {
  const document = shown.documents[current]
  const others = shown.documents.filter((one) => one !== document).map((one) => one.slot)
  const sheet = others.filter((slot) => slot === SEAL_SHEET)
  const rest = others.filter((slot) => slot !== SEAL_SHEET)
  return ['facts', ...(document?.previous ? [previous] : []), ...sheet, ...rest]
}

export function nextSide(shown: Case, current: number, now: Side): Side {
  const sides = sidesOf(shown, current)
  return sides[(Math.max(0, sides.indexOf(now)) + 1) % sides.length]!
}
