import { computed, nextTick, ref, type Component } from 'vue'

// Addresses live behind "#": the same file answers whatever the page is.
export interface Place {
  path: string
  query: Record<string, string>
}

export interface Page {
  pattern: string // "/orders/{order}"
  load: () => Promise<{ default: Component }>
  open?: boolean // without having signed in
}

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  return { path: path.startsWith('/') ? path : '/', query: Object.fromEntries(new URLSearchParams(query)) }
}

export function fitted(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = (path.length > 1 ? path.replace(/\/$/, '') : path).split('/')
  if (wanted.length !== given.length) return null
  const found: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name) found[name] = decodeURIComponent(given[at]!)
    else if (part !== given[at]) return null
  }
  return found
}

export function find(pages: Page[], path: string): { page: Page; with: Record<string, string> } | null {
  for (const page of pages) {
    const found = fitted(page.pattern, path)
    if (found) return { page, with: found }
  }
  return null
}

const hash = ref(typeof location === 'undefined' ? '' : location.hash)
export const here = computed(() => placeOf(hash.value))

export const go = (path: string) => {
  location.hash = path
}

export function startRouting(): void {
  addEventListener('hashchange', () => {
    hash.value = location.hash
    scrollTo(0, 0)
  })
}

// A new page begins at its heading, for eyes and for screen readers.
export const arrive = () =>
  nextTick(() => {
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  })
