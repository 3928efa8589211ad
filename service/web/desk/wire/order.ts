import type { Text } from '@/messages/messages'

// Orders as GET /api/v1/orders/{order} gives them; what staff pages read of them.

export interface Word extends Text {
  code: string
}

export interface Person {
  name: string
  mobile: string
}

export interface Recipient {
  person: Person
  address: string
}

export interface Parcel {
  carrier: string
  number: string
  at?: string
}

export type Decision = 'none' | 'accepted' | 'rejected'
export type Verdict = 'accept' | 'refer' | 'reject' | 'unreadable'

export interface SlotDocument {
  sha256: string
  uploaded_at: string
  inspected: boolean
  outdated: boolean
  verdict: Verdict | null
  blocking: string[]
  decision: Decision
  reasons: string[]
  overridden: boolean
}

export interface Slot {
  id: string
  name: Text
  help?: Text
  from_template: boolean
  required: boolean
  document: SlotDocument | null
}

export interface Attempt {
  id: string
  channel: string
  state: string
  amount_fen: number
}

export interface Refund {
  id: string
  state: string
  amount_fen: number
  reason: string
  asked_at: string
  letter_sha256?: string | null
}

export interface Call {
  at: string
  by: string
  reached: boolean
  note: string
}

export interface Certificate {
  serial: string
  key_id: string
  valid_until: string
}

export interface Invoice {
  data: { title: string; tax_id: string; email: string } | null
  given_at: string | null
  number: string | null
  issued_at: string | null
}

export interface Supplement {
  fault: string
  since: string
  contacted: string | null
  sent: Parcel | null
  received: boolean
}

export interface Waiting extends Text {
  what: string
  turn: string | null
  since: string
  until: string | null
}

export interface Approval {
  matter: string
  asked_by: string
  asked_at: string
  reason: string
  confirmed_by: string | null
}

export interface OrderLine {
  id: string
  version: number
  organisation: { credit_code: string; name: string }
  project: Word
  operation: Word
  variant: Word
  status: Word
  payment_status: Word
  stage: string
  void: boolean
  waiting: Waiting
  agent: Person | null
  fee_fen: number | null
  begun_at?: string
}

export interface Order extends OrderLine {
  generation: number
  recipient: Recipient | null
  delivery: 'courier' | 'collection'
  verification: { state: string; needed: boolean; at?: string | null; channel?: string | null }
  slots: Slot[]
  missing: string[]
  may: string[]
  attempts: Attempt[]
  refunds: Refund[]
  parcel: Parcel | null
  quarantined: Parcel[]
  paper_faults: { slot: string; fault: string }[]
  calls: Call[]
  approvals?: Approval[]
  chosen: Certificate | null
  made: Certificate | null
  made_at: string | null
  supplement: Supplement | null
  dispatched: Parcel | null
  collected: { fetched_by: string } | null
  invoice: Invoice | null
  replaces: string | null
  replaced_by: string | null
}

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Happening {
  number: number
  at: string
  by: { role: string; id?: string }
  event: string
  zh: string
  en: string
}

// What two persons are shown before something that cannot be undone.
export interface Subject {
  matter: string
  text: string
  digest: string
}
