import type { components } from './schema'

// What the interface says, under the names the pages use. Every one of them is of openapi.yaml: nothing here can drift.
type Schemas = components['schemas']

export interface List<Item> {
  items: Item[]
  next: string | null
}

export type Text = Schemas['Text']
export type Coded = Schemas['Coded']

export type Me = Schemas['Me']
export type Captcha = Schemas['Captcha']
export type CaptchaAnswer = Schemas['CaptchaAnswer']
export type CreditCode = Schemas['CreditCodeRead']
export type Purpose = Schemas['CodeAsked']['purpose']
export type Registration = Schemas['Registration']
export type SignIn = Schemas['SignIn']
export type PasswordReset = Schemas['PasswordReset']
export type PhoneChange = Schemas['PhoneChangeAsked']
export type SessionLine = Schemas['Session']
export type Seat = Schemas['Seat']
export type AdviceNode = Schemas['Advice'][number]

export type Project = Schemas['CatalogueProject']
export type OperationTerms = Schemas['CatalogueOperation']
export type Operation = OperationTerms['id']
export type Variant = Schemas['CatalogueVariant']
export type Channel = Schemas['NewPayment']['channel']

export type Order = Schemas['Order']
export type OrderLine = Schemas['OrderLine']
export type Slot = Schemas['OrderSlot']
export type HistoryEntry = Schemas['HistoryEntry']
export type Certificate = Schemas['OwnCertificate']
export type NewOrder = Schemas['NewOrder']
export type VoidReason = Schemas['Void']['reason']

export type Uploaded = Schemas['Uploaded']
export type Report = Schemas['DocumentReport']
export type ReportPending = Schemas['ReportPending']
export type CrossFinding = Schemas['CrossFinding']
export type Versions = Schemas['DocumentVersions']

export type Finding = Schemas['Finding']
export type Level = Finding['level']
