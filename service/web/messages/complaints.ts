import en from './complaints/en.json'
import zh from './complaints/zh.json'
import type { Language } from './messages'

// What the server says of a single field, in the language of the page. It says it in Chinese, at times with the English
// after it ("原因太多了。Too many reasons."), and what only a program gets wrong in English alone. Where it has no word
// of the language, the field has: "/recipient/person/mobile" is told as "mobile" is.

const kWithEnglish = /^(.*\p{Script=Han}[。，！？]?)\s*\(?([A-Za-z]+,? [A-Za-z0-9 ,'-]+\.?)\)?$/su
const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

function written(detail: string, language: Language): string {
  const both = kWithEnglish.exec(detail)
  if (both) return both[language === 'zh' ? 1 : 2]!.trim()
  return isChinese(detail) === (language === 'zh') ? detail : ''
}

const ofFields: Record<Language, Record<string, string>> = { zh, en }

export function complaintIn(language: Language, pointer: string, detail: string): string {
  const field = pointer.split('/').at(-1) ?? ''
  return written(detail, language) || (ofFields[language][field] ?? ofFields[language].otherwise!)
}
