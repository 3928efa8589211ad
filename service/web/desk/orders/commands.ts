import type { Key } from '../words'
import type { CommandName } from '../wire/order'

// What the staff can say about an order, and what has to be filled in for it. One row is one form.

export type FieldKind = 'text' | 'long' | 'carrier' | 'yes' | 'file' | 'yuan' | 'delivery' | 'void'

export interface Field {
  name: string
  label: Key
  kind: FieldKind
  optional?: boolean
}

export interface CommandRow {
  path: string
  label: Key
  fields: Field[]
  grave?: boolean // cannot be taken back
}

const parcel: Field[] = [
  { name: 'carrier', label: 'field.carrier', kind: 'carrier' },
  { name: 'number', label: 'field.number', kind: 'text' },
]
const reason: Field[] = [{ name: 'reason', label: 'field.reason', kind: 'long' }]

export const commands: Partial<Record<CommandName, CommandRow>> = {
  enter_courier_number: { path: 'courier-number', label: 'command.courier_number', fields: parcel },
  note_parcel: { path: 'parcel', label: 'command.parcel', fields: parcel },
  take_from_quarantine: { path: 'quarantine-release', label: 'command.quarantine_release', fields: [] },
  log_call: {
    path: 'calls',
    label: 'command.call',
    fields: [
      { name: 'reached', label: 'field.reached', kind: 'yes' },
      { name: 'note', label: 'field.note', kind: 'long', optional: true },
    ],
  },
  start_making: { path: 'making', label: 'command.making', fields: [] },
  note_making_failed: { path: 'making-failure', label: 'command.making_failure', fields: reason },
  report_seal_fault: {
    path: 'seal-fault',
    label: 'command.seal_fault',
    fields: [{ name: 'fault', label: 'field.fault', kind: 'long' }],
  },
  note_seal_made: { path: 'seal-made', label: 'command.seal_made', fields: [] },
  dispatch: { path: 'dispatch', label: 'command.dispatch', fields: parcel, grave: true },
  hand_over: {
    path: 'handover',
    label: 'command.handover',
    grave: true,
    fields: [
      { name: 'fetched_by', label: 'field.fetched_by', kind: 'text' },
      { name: 'signature_sha256', label: 'field.signature', kind: 'file' },
    ],
  },
  choose_delivery: {
    path: 'delivery',
    label: 'command.delivery',
    fields: [{ name: 'delivery', label: 'field.delivery', kind: 'delivery' }],
  },
  give_invoice_data: {
    path: 'invoice-data',
    label: 'command.invoice_data',
    fields: [
      { name: 'title', label: 'field.title', kind: 'text' },
      { name: 'tax_id', label: 'field.tax_id', kind: 'text', optional: true },
      { name: 'email', label: 'field.email', kind: 'text' },
    ],
  },
  ask_refund: {
    path: 'refund',
    label: 'command.refund',
    fields: [{ name: 'amount_fen', label: 'field.amount', kind: 'yuan', optional: true }, ...reason],
  },
  attach_refund_letter: {
    path: 'refund-letter',
    label: 'command.refund_letter',
    fields: [{ name: 'sha256', label: 'field.letter', kind: 'file' }],
  },
  approve_refund: { path: 'refund-approval', label: 'command.refund_approval', fields: [], grave: true },
  refuse_refund: { path: 'refund-refusal', label: 'command.refund_refusal', fields: reason },
  retry_refund: { path: 'refund-retry', label: 'command.refund_retry', fields: [] },
  return_held_payment: {
    path: 'held-payment-return',
    label: 'command.held_payment_return',
    fields: [{ name: 'attempt', label: 'field.attempt', kind: 'text' }],
    grave: true,
  },
  void_order: {
    path: 'void',
    label: 'command.void',
    fields: [{ name: 'reason', label: 'field.void_reason', kind: 'void' }],
    grave: true,
  },
}

export type Values = Record<string, string | boolean | File | undefined>

// Yuan as people write them, to the fen.
export function fenOf(yuan: string): number | undefined {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(yuan.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

export async function bodyOf(
  row: CommandRow,
  values: Values,
  keep: (file: File) => Promise<string>,
): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = {}
  for (const field of row.fields) {
    const value = values[field.name]
    if (field.kind === 'yes') body[field.name] = value === true
    else if (value === undefined || value === '') continue
    else if (field.kind === 'file') body[field.name] = await keep(value as File)
    else if (field.kind === 'yuan') body[field.name] = fenOf(value as string)
    else body[field.name] = (value as string).trim()
  }
  return body
}
