import { texts } from '@/messages/messages'

import { isOfTheStaff, personText } from '../session/people'
import type { PartCode } from '../wire/order'

import en from './messages/en.json'
import zh from './messages/zh.json'

// The server's names for what happened, in words; a name that is newer than these pages stands for itself.

type Key = keyof typeof zh
const t = texts<Key>(zh, en)
const worded = (key: string, name: string): string => (key in zh ? t(key as Key) : name)

export const eventText = (name: string): string => worded(`kind.${name}`, name)
export const jobText = (name: string): string => worded(`job.${name}`, name)
export const viewText = (name: string): string => worded(`why.${name}`, name)
export const faultText = (name: string): string => worded(`fault.${name}`, name)

const wordedOrNot = (key: string): string | undefined => (key in zh ? t(key as Key) : undefined)
export const fieldText = (name: string): string | undefined => wordedOrNot(`field.${name}`)
export const valueText = (name: string): string | undefined => wordedOrNot(`value.${name}`)

// Who did what an entry of the ledger tells: an account, or an account or seat in the part it spoke in.
export function whoText(body: unknown): string {
  const by = (body as { by?: unknown } | null)?.by
  if (typeof by === 'string') return by === 'console' ? t('who.console') : personText(by)
  if (typeof by !== 'object' || by === null) return '—'
  const { role, id } = by as { role: PartCode; id: string }
  const part = worded(`who.${role}`, role)
  return isOfTheStaff(role) ? `${part} · ${personText(id)}` : part
}
