import { isMobile } from './credit_code'
import { t } from './texts'

// What can be said of a field before it is sent. Empty: nothing is wrong.
export const required = (value: string): string => (value.trim() ? '' : t('wrong.required'))
export const mobile = (value: string): string => (isMobile(value) ? '' : t('wrong.mobile'))
export const creditCode = (value: string): string => (value.length === 18 ? '' : t('wrong.code'))
// Length is all that is asked; the server besides knows what everybody takes.
export const password = (value: string): string => (value.length >= kPassword ? '' : t('wrong.password'))
export const email = (value: string): string => (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? '' : t('wrong.email'))

export const kPassword = 8

// "field" -> its complaint, for those that have one.
export const complaintsOf = (checks: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(checks).filter(([, complaint]) => complaint !== ''))
