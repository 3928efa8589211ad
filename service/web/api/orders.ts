import { call } from './client'
import type { Certificate, Channel, HistoryEntry, List, NewOrder, Order, OrderLine, Project } from './types'

export const listProjects = () => call<List<Project>>('GET', '/api/v1/catalogue')
export const listCertificates = () => call<List<Certificate>>('GET', '/api/v1/certificates')

export const beginOrder = (body: NewOrder, key: string) => call<Order>('POST', '/api/v1/orders', { body, key })
export const listOrders = (after?: string) =>
  call<List<OrderLine>>('GET', '/api/v1/orders', { query: { after, limit: 20 } })
export const readOrder = (order: string, signal?: AbortSignal) =>
  call<Order>('GET', '/api/v1/orders/{order}', { path: { order }, signal })
export const readHistory = (order: string) =>
  call<List<HistoryEntry>>('GET', '/api/v1/orders/{order}/history', { path: { order } })

// What an applicant may say of an order; the answer is the order as it then is.
export type Command =
  | 'form'
  | 'recipient'
  | 'delivery'
  | 'submission'
  | 'recall'
  | 'void'
  | 'refund'
  | 'refund-letter'
  | 'refund-withdrawal'
  | 'courier-number'
  | 'invoice-data'
  | 'download'
  | 'download-failure'

export const tell = (order: string, command: Command, body: unknown, key: string, ifMatch?: string | null) =>
  call<Order>('POST', '/api/v1/orders/{order}/{command}', { path: { order, command }, body, key, ifMatch })

// The code to pay by appears in the order once the channel has answered.
export const openPayment = (order: string, channel: Channel, key: string) =>
  call<{ attempt: string; order: Order }>('POST', '/api/v1/orders/{order}/payments', {
    path: { order },
    body: { channel },
    key,
  })

export const closePayment = (order: string, attempt: string, key: string) =>
  call<Order>('POST', '/api/v1/orders/{order}/payments/{attempt}/closure', { path: { order, attempt }, key })

export const keepEvidence = (file: Blob, key: string) =>
  call<{ sha256: string }>('POST', '/api/v1/evidence', { body: file, key })
