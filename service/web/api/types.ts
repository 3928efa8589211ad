// What the interface says, as the pages read it.
export interface Text {
  zh: string
  en: string
}

export interface Coded extends Text {
  code: string
}

export interface List<Item> {
  items: Item[]
  next: string | null
}

// ------------------------------------------------------------------------------------------- accounts

export type Role = 'applicant' | 'reviewer' | 'operator' | 'finance' | 'rule_author' | 'auditor' | 'admin'

export interface Organisation {
  credit_code: string
  name: string
  former_names: string[]
  name_is_confirmed: boolean
  mobile_masked: string
}

export interface Me {
  id: string
  name: string
  roles: Role[]
  organisation: Organisation | null
  second_factor: boolean
}

export interface Captcha {
  id: string
  picture: string
  question: string
  question_en: string
  expires: string
}

export interface CreditCode {
  given: string
  credit_code: string
  valid: boolean
  changes: { at: number; from: string; to: string; why: string }[]
  candidates: string[]
}

export interface SessionLine {
  id: string
  current: boolean
  agent: string
  begun_at: string
  used_at: string
}

export interface Seat {
  id: string
  person: string
  mobile_masked: string
  mine: boolean
  has_password: boolean
}

// A question of the tree that "USER_EXISTS" is answered with: yes and no lead to another, or to something to do.
export interface AdviceNode extends Text {
  id: string
  yes?: string
  no?: string
}

// ------------------------------------------------------------------------------------------- projects

export type Operation = 'new' | 'reissue' | 'renew'

export interface SlotTerms {
  id: string
  name: Text
  help: Text
  from_template: boolean
  alternatives: { id: string; name: Text; help: Text }[]
  files: { formats: string[]; max_bytes: number }
}

export interface Paper {
  slot: string
  name: Text
  original: boolean
  note: Text
}

export interface Variant {
  id: string
  name: Text
  fee_fen: number | null
  per_year: boolean
  main_key: boolean
  seal: boolean
  open: boolean
  slots: SlotTerms[]
  paper: Paper[]
  form: { sections: string[]; mobile: string[] }
}

export interface OperationTerms {
  id: Operation
  name: Text
  notice: Text
  without_documents: boolean
  revokes_chosen: boolean
  offered: boolean
  years?: { min: number; max: number }
  variants: Variant[]
}

export interface Project {
  id: string
  name: Text
  scope: Text
  draft: boolean
  open: boolean
  region: { prefix: string; organisations: 'any' | 'inside' | 'outside' } | null
  eligibility: { ask: Text }[]
  hall_only: { operations: string[]; notice: Text; phone: string }
  agreement: { version: string; name: Text } | null
  verification: boolean
  one_main_key: boolean
  operations: OperationTerms[]
  methods: Channel[]
  freight: { to_us: string; to_applicant: string; courier: string }
  sla: { making: number; invoice: number; invoice_late: number }
  texts: Record<string, Text>
}

// --------------------------------------------------------------------------------------------- orders

export interface Person {
  name: string
  mobile: string
}

export interface Recipient {
  person: Person
  address: string
}

export interface SlotDocument {
  sha256: string
  uploaded_at: string
  generation: number
  inspected: boolean
  outdated: boolean
  verdict: Verdict | null
  blocking: string[]
  decision: 'none' | 'accepted' | 'rejected'
  reasons: string[]
  overridden: boolean
}

export interface Slot {
  id: string
  name: Text
  help: Text
  from_template: boolean
  required: boolean
  document: SlotDocument | null
}

export interface Waiting extends Text {
  what: string
  turn: Coded | null
  since: string
  until: string | null
}

export type Channel = 'wechat' | 'alipay' | 'bank_transfer'

export interface Attempt {
  id: string
  channel: Channel
  state: 'open' | 'closed' | 'settled' | 'surplus' | 'held'
  amount_fen: number
  opened_at: string
  code_url: string | null
}

export interface Refund {
  id: string
  amount_fen: number
  state: 'asked' | 'sending' | 'sent' | 'failed' | 'refused' | 'withdrawn'
  by_itself: boolean
  reason: string
  letter_sha256: string | null
  since: string
}

export interface Parcel {
  carrier: string
  number: string
}

export interface CertificateFacts {
  serial: string
  key_id: string
  valid_until: string
  main_key: boolean
}

export interface OrderLine {
  id: string
  begun_at: string
  project: Coded
  operation: Coded
  variant: Coded
  status: Coded
  payment_status: Coded
  stage: Coded
  waiting: { what: string; turn: Coded | null; since: string; until: string | null }
}

export type VoidReason = 'applicant_gave_up' | 'wrong_project' | 'wrong_name' | 'wrong_code'

export interface Order {
  id: string
  version: number
  begun_at: string
  organisation: { credit_code: string; name: string }
  project: Coded
  operation: Coded
  variant: Coded
  status: Coded
  payment_status: Coded
  stage: Coded
  void: boolean
  void_reason: VoidReason | null
  wrong_project: boolean
  round: number
  years: number
  generation: number
  agent: Person | null
  recipient: Recipient | null
  delivery: 'courier' | 'collection'
  verification: {
    state: 'not_needed' | 'pending' | 'passed' | 'failed'
    needed: boolean
    at: string | null
    url: string | null
  }
  slots: Slot[]
  missing: Coded[]
  waiting: Waiting
  may: string[]
  fee_fen: number | null
  attempts: Attempt[]
  refunds: Refund[]
  paper: Paper[]
  parcel: Parcel | null
  quarantined: Parcel[]
  paper_faults: { slot: string; fault: string }[]
  calls: { at: string; reached: boolean; note: string | null }[]
  chosen: CertificateFacts | null
  made: CertificateFacts | null
  made_at: string | null
  supplement: {
    fault: string
    since: string
    contacted_at: string | null
    sent: Parcel | null
    received: boolean
  } | null
  dispatched: Parcel | null
  collected: { fetched_by: string } | null
  invoice: {
    data: { title: string; tax_id?: string; email: string } | null
    data_at: string | null
    number: string | null
    issued_at: string | null
  }
  replaces: string | null
  replaced_by: string | null
}

export interface HistoryEntry extends Text {
  number: number
  at: string
  by: { role: string; id?: string }
  event: string
}

export interface Certificate {
  serial: string
  key_id: string
  project: Coded
  valid_until: string
  main_key: boolean
  revoked: boolean
  can: { reissue: boolean; renew: boolean }
}

export interface NewOrder {
  project: string
  operation: string
  variant: string
  agreement?: string
  scope_acknowledged: boolean
  eligible: boolean
  chosen_serial?: string
  typed_serial?: string
  keys_inserted?: number
  years?: number
  replaces?: string
}

// ---------------------------------------------------------------------------------------------- scans

export type Verdict = 'accept' | 'refer' | 'reject' | 'unreadable'
export type Level = 'block' | 'warn' | 'note'

export interface Finding {
  code: string
  level: Level
  rule?: string
  check: string
  box?: [number, number, number, number]
  value?: number
  threshold?: number
  message: string
  remedy: string
  message_en?: string
  remedy_en?: string
}

// What the documents of an order say against each other: seen in several of them.
export interface CrossFinding extends Omit<Finding, 'box'> {
  sights: { document: string; value: string; box?: Finding['box'] }[]
}

export interface Report {
  slot: string
  version: number
  sha256?: string
  bytes: number
  image?: { format: string; width: number; height: number; dpi?: number }
  verdict: Verdict
  findings: Finding[]
  facts: Record<string, unknown>
  cross: CrossFinding[]
}

export interface Versions {
  versions: { version: number; sha256: string; bytes: number; state: string; uploaded_at: string; by: string }[]
  current: number
}
