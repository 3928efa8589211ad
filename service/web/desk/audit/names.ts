import { texts } from '@/messages/messages'

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
