import type { Case, CaseDocument, DecisionSent } from '../wire/review'

// What a reviewer has chosen so far. A choice is about one scan: it falls away when the scan is another.

export interface Choice {
  sha256: string
  accepted: boolean
  reasons: string[]
}

export type Choices = Record<string, Choice>

export function choiceOf(document: CaseDocument, choices: Choices): Choice | undefined {
  const choice = choices[document.slot]
  return choice?.sha256 === document.sha256 ? choice : undefined
}

export const accepting = (document: CaseDocument): Choice => ({ sha256: document.sha256, accepted: true, reasons: [] })

export const rejecting = (document: CaseDocument, reasons: string[]): Choice => ({
  sha256: document.sha256,
  accepted: false,
  reasons,
})

export const undecided = (shown: Case, choices: Choices): CaseDocument[] =>
  shown.documents.filter((document) => !choiceOf(document, choices))

// The next one to look at: after this one, else from the first.
export function nextUndecided(shown: Case, choices: Choices, after: number): number | null {
  const order = shown.documents.map((_, index) => (after + 1 + index) % shown.documents.length)
  return order.find((index) => !choiceOf(shown.documents[index]!, choices)) ?? null
}

export type Outcome = 'open' | 'approve' | 'reject' | 'override' | 'confirm'

function blocks(shown: Case, document: CaseDocument): boolean {
  const blocking = shown.order.slots.find((slot) => slot.id === document.slot)?.document?.blocking ?? []
  return document.outdated || (blocking.length > 0 && !document.overridden)
}

// What sending the choices would come to.
export function outcomeOf(shown: Case, choices: Choices, wrongProject: boolean): Outcome {
  if (undecided(shown, choices).length > 0) return 'open'
  if (wrongProject) return 'reject'
  if (shown.documents.some((document) => !choices[document.slot]!.accepted)) return 'reject'
  if (!shown.documents.some((document) => blocks(shown, document))) return 'approve'
  return shown.second_person ? 'confirm' : 'override'
}

// Ids and digests are those of what is on the screen: the server refuses them where they are no longer true.
export function decisionOf(shown: Case, choices: Choices, wrongProject: boolean, override: string): DecisionSent {
  const documents = shown.documents.flatMap((document) => {
    const choice = choiceOf(document, choices)
    return choice
      ? [{ slot: document.slot, sha256: choice.sha256, accepted: choice.accepted, reasons: choice.reasons }]
      : []
  })
  const decision: DecisionSent = { digest: shown.digest, documents, wrong_project: wrongProject, then: 'next' }
  const outcome = outcomeOf(shown, choices, wrongProject)
  if (outcome === 'confirm') decision.override = { digest: shown.second_person!.digest }
  if (outcome === 'override') decision.override = { reason: override }
  return decision
}

// The reasons ticked at first: those of the machine's findings.
export const foundReasons = (document: CaseDocument): string[] =>
  document.reasons.filter((reason) => reason.from_finding).map((reason) => reason.code)
