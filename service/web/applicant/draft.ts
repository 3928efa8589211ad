import { reactive, watch, type Reactive } from 'vue'

// What is typed and not yet sent, kept on this computer: per form, a week long, gone with signing out.
const kPrefix = 'vermilion.draft.'
const kWeek_ms = 7 * 24 * 3600 * 1000

function read<T extends object>(name: string): Partial<T> {
  try {
    const { at, values } = JSON.parse(localStorage.getItem(kPrefix + name) ?? '{}') as { at?: number; values?: T }
    return at !== undefined && Date.now() - at < kWeek_ms && values ? values : {}
  } catch {
    return {}
  }
}

function write(name: string, values: object): void {
  try {
    localStorage.setItem(kPrefix + name, JSON.stringify({ at: Date.now(), values }))
  } catch {
    // Storage full or switched off: the form works, it only forgets.
  }
}

// Values of a form that survive a reload. `known` is what the server has; what was typed later comes before it.
export function draft<T extends Record<string, string | boolean>>(name: string, known: T): Reactive<T> {
  const values = reactive<T>({ ...known, ...read<T>(name) })
  watch(values, () => write(name, values))
  return values
}

export function discard(name: string): void {
  try {
    localStorage.removeItem(kPrefix + name)
  } catch {
    // as above
  }
}

export function discardAll(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(kPrefix)) localStorage.removeItem(key)
  } catch {
    // as above
  }
}
