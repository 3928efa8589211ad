import { texts, type Text } from '@/messages/messages'

import en from './messages/en.json'
import zh from './messages/zh.json'

export { language, said, speak, type Language, type Text } from '@/messages/messages'

export type Key = keyof typeof zh

// A key missing in either file does not compile.
export const t = texts<Key>(zh, en)

// The text for a name the server gives; the name itself where we have no words for it yet.
export const named = (key: string, otherwise: string): string => (key in zh ? t(key as Key) : otherwise)

export type Word = Text & { code: string }
