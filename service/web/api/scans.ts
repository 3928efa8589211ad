import { address, call } from './client'
import type { Report, ReportPending, Uploaded, Versions } from './types'

export const uploadScan = (
  order: string,
  slot: string,
  scan: Blob,
  key: string,
  onSent: (share: number) => void,
  signal?: AbortSignal,
) =>
  call<Uploaded>('PUT', '/api/v1/orders/{order}/documents/{slot}', {
    path: { order, slot },
    body: scan,
    key,
    onSent,
    signal,
  })

// Until the scan was looked at the answer has a state and no verdict.
export const readReport = (order: string, slot: string, signal?: AbortSignal) =>
  call<Report | ReportPending>('GET', '/api/v1/orders/{order}/documents/{slot}/report', {
    path: { order, slot },
    signal,
  })

export const listVersions = (order: string, slot: string) =>
  call<Versions>('GET', '/api/v1/orders/{order}/documents/{slot}', { path: { order, slot } })

// The picture as the machine saw it: upright, encoded anew.
export async function readPicture(order: string, slot: string, width: number): Promise<Blob | null> {
  const where = address('/api/v1/orders/{order}/documents/{slot}/picture', { path: { order, slot }, query: { width } })
  try {
    const answer = await fetch(where, { credentials: 'same-origin', cache: 'no-store' })
    return answer.ok ? await answer.blob() : null
  } catch {
    return null
  }
}

export const form = (order: string, slot: string) =>
  address('/api/v1/orders/{order}/forms/{slot}', { path: { order, slot } })

export const refundLetter = (order: string) => address('/api/v1/orders/{order}/refund-letter', { path: { order } })
