import type { Box, Finding, Level } from '../wire/report'

// Where the boxes of findings come to lie on the screen. Three corners of the page fix everything.

export interface Point {
  x: number
  y: number
}

// Page pixels to screen pixels: x' = a x + c y + e, y' = b x + d y + f.
export interface Fit {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}

export function fitOf(origin: Point, right: Point, bottom: Point, width: number, height: number): Fit {
  return {
    a: (right.x - origin.x) / width,
    b: (right.y - origin.y) / width,
    c: (bottom.x - origin.x) / height,
    d: (bottom.y - origin.y) / height,
    e: origin.x,
    f: origin.y,
  }
}

export const placed = (fit: Fit, x: number, y: number): Point => ({
  x: fit.a * x + fit.c * y + fit.e,
  y: fit.b * x + fit.d * y + fit.f,
})

export interface Mark {
  index: number
  level: Level
  title: string
  corners: string // of the box, for a polygon
  label: Point // where its number stands: the corner that is highest on the screen
}

const LEAST_SIDE_PX = 14 // a speck of two pixels is still to be seen and pressed

// A box too small to see is shown larger, around its own middle.
function seen([x, y, w, h]: Box, scale: number): Box {
  const least = LEAST_SIDE_PX / Math.max(scale, 1e-6)
  const [wide, high] = [Math.max(w, least), Math.max(h, least)]
  return [x - (wide - w) / 2, y - (high - h) / 2, wide, high]
}

export function markOf(finding: Finding, index: number, title: string, fit: Fit): Mark | null {
  if (!finding.box) return null
  const [x, y, w, h] = seen(finding.box, Math.hypot(fit.a, fit.b))
  const corners = [placed(fit, x, y), placed(fit, x + w, y), placed(fit, x + w, y + h), placed(fit, x, y + h)]
  const label = corners.reduce((best, one) => (one.y + one.x / 1000 < best.y + best.x / 1000 ? one : best))
  const text = corners.map((one) => `${one.x.toFixed(1)},${one.y.toFixed(1)}`).join(' ')
  return { index, level: finding.level, title, corners: text, label }
}

// What a box is shown in: itself and as much around it as its larger side, so that one sees where it is.
export function surroundings([x, y, w, h]: Box, width: number, height: number): Box {
  const air = Math.max(w, h, Math.min(width, height) * 0.06)
  return [x - air, y - air, w + 2 * air, h + 2 * air]
}
