import { textsWithEnglishLater } from '@/messages/messages'
import zh from './messages/zh.json'

export const t = textsWithEnglishLater(zh, () => import('./messages/en.json'))
