import type { HistoryEntry, Order, OrderLine } from './shapes'

// What is told of orders in lists.

export const line = (of: Order): OrderLine => ({
  id: of.id,
  version: of.version,
  organisation: of.organisation,
  begun_at: of.begun_at,
  project: of.project,
  operation: of.operation,
  variant: of.variant,
  status: of.status,
  payment_status: of.payment_status,
  stage: of.stage,
  waiting: of.waiting,
})

export const kHistory: HistoryEntry[] = [
  ['begun', '建立订单', 'The order was begun'],
  ['form_filled', '填写订单信息', 'Data filled in'],
  ['verification_passed', '法人核验：认证成功', 'Legal person verified'],
].map(([event, zh, en], at) => ({
  number: at + 1,
  at: `2026-11-20T0${at + 1}:00:00Z`,
  by: { role: 'applicant' as const, zh: '经办人', en: 'agent' },
  event: event!,
  zh: zh!,
  en: en!,
}))
