import { address } from '@/api/client'
import { exchange, get, newKey, part, post, remove } from '../wire/client'
import type { Page } from '../wire/order'
import type { Report } from '../wire/report'
import type {
  Checked,
  Completion,
  Differed,
  Draft,
  DraftLine,
  PrecisionTold,
  Publication,
  Replayed,
  RuleFile,
  Tested,
} from '../wire/rules'

// The rule authors' side of the server: every answer is that of the command line.

const draftPath = (draft: string) => `rules/drafts/${part(draft)}`

export const draftsOf = (signal?: AbortSignal) =>
  get<Page<DraftLine>>('rules/drafts', {}, signal).then((page) => page.items)
export const draftOf = (draft: string, signal?: AbortSignal) => get<Draft>(draftPath(draft), {}, signal)
export const beginDraft = (title: string) => post<Draft>('rules/drafts', { title }, { key: newKey() })
export const dropDraft = (draft: string) => remove(draftPath(draft))
export const beginShadow = (draft: string) => post<Draft>(`${draftPath(draft)}/shadow`)
export const askToPublish = (draft: string, reason: string, digest: string) =>
  post<Draft>(`${draftPath(draft)}/question`, { reason, digest })
export const confirmPublishing = (draft: string, digest: string) =>
  post<Draft>(`${draftPath(draft)}/confirmation`, { digest })
export const publications = (signal?: AbortSignal) =>
  get<Page<Publication>>('rules/publications', {}, signal).then((page) => page.items)
export const rollBack = (to: string, reason: string) => post<Publication>('rules/rollback', { to, reason })

export const filesOf = (draft: string | undefined, signal?: AbortSignal) =>
  get<Page<RuleFile>>('rules/files', { draft }, signal).then((page) => page.items)

// A file's text comes as it is, not in JSON.
export async function textOf(path: string, draft: string | undefined): Promise<string> {
  const query = new URLSearchParams(draft ? { path, draft } : { path }).toString()
  const answer = await fetch(`/api/v1/rules/files?${query}`, { credentials: 'same-origin' })
  return answer.ok ? answer.text() : ''
}

export const saveFile = (draft: Draft, path: string, text: string) =>
  exchange<Draft>('PUT', 'rules/files', {
    query: { path, draft: draft.id },
    body: new Blob([text], { type: 'text/plain' }),
    ifMatch: `"${draft.version}"`,
  }).then((told) => told.value)

export type Texts = Record<string, string>

export const check = (files: Texts, draft: string, signal?: AbortSignal) =>
  post<Checked>('rules/check', { files, draft }, { signal })
export const tryCases = (files: Texts, draft: string, projects: string[], signal?: AbortSignal) =>
  post<Tested>('rules/test', { files, draft, projects }, { signal })

// The scan of a case, as `test` has it drawn: of the files as they are saved.
export const casePicture = (draft: string, project: string, line: number, document: string) =>
  address('/api/v1/rules/pictures', { query: { draft, project, line, document } })

export interface OrderTold {
  organisation?: string
  credit_code?: string
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

// A scan of the author's own under the rules as they are saved; the server keeps nothing of it.
export const tryScan = (scan: File, draft: string, project: string, document: string, order: OrderTold) =>
  post<Report>('rules/inspections', scan, {
    query: { draft, project, document },
    headers: { 'Vermilion-Order': base64(JSON.stringify(order)) },
  })

export const diff = (files: Texts, draft: string) => post<Differed>('rules/diff', { files, draft })
export const replay = (files: Texts, draft: string, reports: number) =>
  post<Replayed>('rules/replay', { files, draft, reports })
export const complete = (
  path: string,
  text: string,
  line: number,
  column: number,
  draft: string,
  signal?: AbortSignal,
) => post<Completion[]>('rules/completions', { path, text, line, column, draft }, { signal })
export const precisionOf = (rule: string | undefined, signal?: AbortSignal) =>
  get<PrecisionTold>('rules/precision', { rule }, signal)

export const projectOf = (path: string): string => path.replace(/^.*\//, '').replace(/(\.test)?\.yaml$/, '')
