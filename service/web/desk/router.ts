import { computed, ref, type AsyncComponentLoader } from 'vue'

import type { Role } from './wire/account'
import type { Key } from './words'

// Pages by the part of the address after '#': the server need not know them, a reload stays where it was.

export interface Place {
  path: string
  query: URLSearchParams
}

export interface PageRow {
  path: string // "orders/:order"
  title: Key
  roles: Role[] // empty: whoever is signed in
  load: AsyncComponentLoader
  group?: Key // stands in the menu, under this heading
}

function read(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  return { path, query: new URLSearchParams(query) }
}

export const place = ref<Place>(read(location.hash))

window.addEventListener('hashchange', () => {
  place.value = read(location.hash)
})

export function href(path: string, query: Record<string, string> = {}): string {
  const text = new URLSearchParams(query).toString()
  return `#/${path}${text ? `?${text}` : ''}`
}

export function go(path: string, query: Record<string, string> = {}): void {
  location.hash = href(path, query)
}

// Changes what is remembered of a page without a step back to it.
export function settle(query: Record<string, string>): void {
  const said = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  history.replaceState(history.state, '', href(place.value.path, said))
  place.value = read(location.hash)
}

export interface Match {
  row: PageRow
  names: Record<string, string>
}

function fit(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const names: Record<string, string> = {}
  for (const [index, step] of wanted.entries()) {
    if (step.startsWith(':')) names[step.slice(1)] = decodeURIComponent(given[index]!)
    else if (step !== given[index]) return null
  }
  return names
}

export function match(rows: PageRow[], path: string): Match | null {
  for (const row of rows) {
    const names = fit(row.path, path)
    if (names) return { row, names }
  }
  return null
}

export const currentPath = computed(() => place.value.path)
