import { day, moment } from '@/messages/format'
import { language } from './words'

// Times, sums and lengths of time as people read them. The server speaks UTC; people here live in Beijing's time.

const locale = () => (language.value === 'zh' ? 'zh-CN' : 'en-GB')

// Written as applicants see them.
export const momentText = (at: string | null | undefined): string => (at ? moment(at) : '—')
export const dayText = (at: string | null | undefined): string => (at ? day(at) : '—')

export function yuanText(fen: number | null | undefined): string {
  if (fen === null || fen === undefined) return '—'
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  }).format(fen / 100)
}

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S

// "3 小时 5 分", "2 d 4 h": two units at most, the smaller one left out when it is nothing.
export function durationText(seconds: number): string {
  const zh = language.value === 'zh'
  const of = (count: number, zhUnit: string, enUnit: string) => (count > 0 ? `${count} ${zh ? zhUnit : enUnit}` : '')
  const days = Math.floor(seconds / DAY_S)
  const hours = Math.floor((seconds % DAY_S) / HOUR_S)
  const minutes = Math.floor((seconds % HOUR_S) / MINUTE_S)
  const parts = [of(days, '天', 'd'), of(hours, '小时', 'h'), days > 0 ? '' : of(minutes, '分', 'min')]
  return parts.filter(Boolean).join(' ') || (zh ? '不到 1 分' : '< 1 min')
}

export function secondsSince(at: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(at)) / 1000))
}

export function percentText(share: number | null | undefined): string {
  if (share === null || share === undefined || Number.isNaN(share)) return '—'
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 3 }).format(value)
}
