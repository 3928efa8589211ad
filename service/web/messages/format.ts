import { language } from './messages'

const locale = () => (language.value === 'zh' ? 'zh-CN' : 'en-GB')
const kBeijing = 'Asia/Shanghai' // the promises are counted there, wherever the reader is

export const money = (fen: number): string => (language.value === 'zh' ? `${yuan(fen)} 元` : `CNY ${yuan(fen)}`)

const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

export const moment = (time: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: kBeijing }).format(
    new Date(time),
  )

export const day = (time: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: kBeijing }).format(new Date(time))

// Never less than it is: what is too large is not said to be as large as it may be.
export const bytes = (count: number): string =>
  count < 1024 * 1024 ? `${Math.ceil(count / 1024)} KiB` : `${Math.ceil((count / 1024 / 1024) * 10) / 10} MiB`
