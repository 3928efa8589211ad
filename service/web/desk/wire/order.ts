import type { components } from '@/api/schema'

// Orders, in the words of the interface.

type Schemas = components['schemas']

export type Order = Schemas['Order']
export type OrderLine = Schemas['OrderLine']
export type OrderPaper = Schemas['OrderPaper']
export type Happening = Schemas['HistoryEntry']
export type Subject = Schemas['Subject']
export type SubjectLine = Schemas['SubjectLine']
export type Matter = Schemas['Matter']
export type Question = Schemas['SecondPersonQuestion']
export type CommandName = Schemas['CommandName']
export type StageCode = Schemas['StageCode']
export type PartCode = Schemas['PartCode']
export type Parcel = Schemas['Parcel']
export type Verdict = NonNullable<Schemas['OrderDocument']['verdict']>

export interface Page<T> {
  items: T[]
  next: string | null
}
