import type { Text } from '@/messages/messages'

import type { Order, Word } from './order'
import type { Finding, Report } from './report'

// The reviewer's routes.

export interface QueueItem {
  order: string
  project: Word
  organisation: { credit_code: string; name: string }
  submitted_at: string
  until: string | null
  risk: { points: number; signs: Word[] }
  findings: Record<string, number> // codes of what is more than a note, how often
  resubmission: boolean
  mine: boolean
  held: boolean
  asks_second: boolean
}

// Why a document may be refused, as reviewers choose it and applicants read it.
export interface Reason extends Text {
  code: string
  from_finding: boolean
}

export interface CaseDocument {
  slot: string
  name: Text
  sha256: string
  version: number
  picture: string
  report: Report | null
  cross: Finding[]
  reasons: Reason[]
  to_look_at: boolean
  blocking: string[]
  outdated: boolean
  overridden: boolean
  decision: 'none' | 'accepted' | 'rejected'
  previous: { sha256: string; picture: string | null; reasons: string[] } | null
}

export interface Case {
  order: Order
  round: number
  digest: string
  until: string
  documents: CaseDocument[]
  // A colleague wants blocking findings let pass; whoever decides with `override` is the second person.
  second?: { asked_by: string; reason: string; digest: string } | null
}

export interface DecisionSent {
  digest: string
  documents: { slot: string; sha256: string; accepted: boolean; reasons: string[] }[]
  wrong_project?: boolean
  override?: { reason?: string; digest?: string }
  then: 'next' | 'stay'
}

export interface Decided {
  outcome?: 'approved' | 'rejected' | 'asks_second_person'
  next: string | null
}
