import type { components } from '@/api/schema'

import type { Finding } from './report'

// The rule authors' routes.

type Schemas = components['schemas']

export type Draft = Schemas['RuleDraft']
export type DraftLine = Schemas['RuleDraftLine']
export type RuleFile = Schemas['RuleFile']
export type Mistake = Schemas['RuleMistake']
export type Checked = Schemas['RulesChecked']
export type Tested = Schemas['RulesTested']
export type Differed = Schemas['RulesDiffered']
export type Change = Schemas['RuleChange']
export type Publication = Schemas['RulePublication']
export type Precision = Schemas['RulePrecision']
export type PrecisionTold = Schemas['RulesPrecision']

type Regraded = Finding & { level_before: Finding['level'] }
export type ReplayedScan = Omit<Schemas['ReplayedScan'], 'appeared' | 'vanished' | 'regraded'> & {
  appeared: Finding[]
  vanished: Finding[]
  regraded: Regraded[]
}
export type Replayed = Omit<Schemas['RulesReplayed'], 'changed' | 'open'> & {
  changed: ReplayedScan[]
  open: ReplayedScan[]
}

export interface Completion {
  text: string
  zh: string
  en: string
}
