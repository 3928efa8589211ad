import { texts } from '@/messages/messages'
import en from './messages/en.json'
import zh from './messages/zh.json'

export const t = texts(zh, en)
