import { complaintInEnglish } from '@/messages/complaints'

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
  said?: { code: string; zh: string; en: string }
  retry_after_s?: number
  [member: string]: unknown
}

export type Result<T> = { ok: true; value: T; etag: string | null } | { ok: false; problem: Problem }

export const noAnswer: Problem = {
  status: 0,
  code: 'NO_ANSWER',
  title: 'The server cannot be reached. Check the connection; nothing you entered is lost.',
  detail: '连接不上服务器。请检查网络；您填写的内容没有丢失。',
}

export const unreadable = (status: number): Problem => ({
  status,
  code: 'UNREADABLE_ANSWER',
  title: 'The server gave an answer that is not understood. Please try again.',
  detail: '服务器的回答无法识别，请稍后再试。',
})

// What a person reads: the words of the room that refused, else those of the problem.
export function sentence(problem: Problem, language: 'zh' | 'en'): string {
  if (problem.said) return problem.said[language]
  return language === 'zh' ? problem.detail : problem.title
}

// "/agent/mobile" -> its complaint, for the field it is about. The server tells these in Chinese; in English they are told
// by the field.
export function complaints(problem: Problem | null, language: 'zh' | 'en'): Record<string, string> {
  const told = ({ pointer, detail }: Complaint) => (language === 'zh' ? detail : complaintInEnglish(pointer))
  return Object.fromEntries((problem?.errors ?? []).map((error) => [error.pointer.replace(/^\//, ''), told(error)]))
}
