import { complaintIn } from '@/messages/complaints'
import type { Language } from '@/messages/messages'
import en from '@/messages/problems/en.json'
import zh from '@/messages/problems/zh.json'

// What went wrong, as a value. The server's own problems (RFC 9457) and those of the way there look alike.
export interface Complaint {
  pointer: string
  detail: string
}

export interface Problem {
  status: number // 0: no answer came
  code: string
  title: string // English
  detail: string // Chinese
  request?: string
  errors?: Complaint[]
  retry_after_s?: number
  [member: string]: unknown
}

export type Result<T> = { ok: true; value: T; etag: string | null } | { ok: false; problem: Problem }

// A problem that no server has put into words. Those it has carry both languages, whatever their code.
export const ours = (code: keyof typeof zh, status = 0): Problem => ({
  status,
  code,
  title: en[code],
  detail: zh[code],
})

export const noAnswer = ours('NO_ANSWER')

// nginx answers for the server where that is not there or shall not be troubled, and says only a status.
const kSaidByStatus: Record<number, keyof typeof zh> = {
  408: 'BODY_LATE',
  413: 'BODY_TOO_LARGE',
  429: 'TOO_MANY',
  502: 'STOPPING',
  503: 'STOPPING',
  504: 'STOPPING',
}

export const unreadable = (status: number): Problem => ours(kSaidByStatus[status] ?? 'UNREADABLE_ANSWER', status)

// What a person reads.
export const sentence = (problem: Problem, language: Language): string =>
  language === 'zh' ? problem.detail : problem.title

// "/agent/mobile" -> its complaint, for the field it is about.
export function complaints(problem: Problem | null, language: Language): Record<string, string> {
  return Object.fromEntries(
    (problem?.errors ?? []).map(({ pointer, detail }) => [
      pointer.replace(/^\//, ''),
      complaintIn(language, pointer, detail),
    ]),
  )
}
