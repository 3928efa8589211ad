import type { Verdict } from './order'

// The report of one scan: `vermilion inspect --format json`, and the findings across the documents of the order.

export type Level = 'block' | 'warn' | 'note'
export type Box = [number, number, number, number]

export interface Finding {
  code: string
  level: Level
  check: string
  rule?: string
  box?: Box
  value?: number
  threshold?: number
  message: string
  remedy: string
  message_en?: string
  remedy_en?: string
}

export interface Report {
  schema: number
  sha256?: string
  bytes: number
  image?: { format: string; width: number; height: number; dpi?: number; rotation_deg?: number; skew_deg?: number }
  verdict: Verdict
  findings: Finding[]
  facts?: Facts // none where nothing could be read
  rules?: Record<string, unknown>
  cross?: Finding[]
}

export interface Facts {
  credit_code?: { value: string; box?: Box; confidence?: number }
  seals?: { shape: string; box: Box; diameter_mm?: number; clarity?: number; redness?: number; printed?: number }[]
  qr?: { text: string; box?: Box }[]
  form?: Record<string, unknown>
  fields?: Record<string, { value: string; expected?: string; score?: number; box?: Box }>
}
