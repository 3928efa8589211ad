import type { components } from '@/api/schema'

import type { Finding, Report } from './report'

// The reviewer's routes. A report is what the inspection gave, and what is wrong across the documents of the order.

type Schemas = components['schemas']

export type QueueItem = Schemas['ReviewItem']
export type Queue = Schemas['ReviewQueue']
export type Reason = Schemas['ReviewReason']
export type Decided = Schemas['ReviewDecided']
export type DecisionSent = Schemas['ReviewDecision']

export type CaseReport = Report & { cross?: Finding[] }
export type CaseDocument = Omit<Schemas['ReviewDocument'], 'report'> & { report: CaseReport | null }
export type Case = Omit<Schemas['ReviewCase'], 'documents'> & { documents: CaseDocument[] }
