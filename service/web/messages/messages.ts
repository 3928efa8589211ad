import { ref, shallowRef, watch } from 'vue'

export type Language = 'zh' | 'en'
export interface Text {
  zh: string
  en: string
}

const kRemembered = 'vermilion.language'

function remembered(): Language {
  try {
    const kept = localStorage.getItem(kRemembered)
    if (kept === 'zh' || kept === 'en') return kept
  } catch {
    // Storage may be switched off; Chinese comes first.
  }
  return 'zh'
}

export const language = ref<Language>(remembered())

export function speak(chosen: Language): void {
  language.value = chosen
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(kRemembered, chosen)
  } catch {
    // as above
  }
}

// What the server says in both languages.
export const said = (text: Text | null | undefined): string => (text ? text[language.value] : '')

type Values = Record<string, string | number>

export const filled = (text: string, values: Values = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

// One table of texts in both languages; `t` takes only keys that are there.
export function texts<Key extends string>(zh: Record<Key, string>, en: Record<Key, string>) {
  const tables = { zh, en }
  return (key: Key, values?: Values): string => filled(tables[language.value][key], values)
}

// The same, with the English fetched by those who read it: most do not, and it would be a fifth of what they load.
export function textsWithEnglishLater<Key extends string>(
  zh: Record<Key, string>,
  fetchEnglish: () => Promise<{ default: Record<Key, string> }>,
) {
  const en = shallowRef<Record<Key, string> | null>(null)
  const fetched = async () => {
    if (language.value === 'en' && en.value === null) en.value = (await fetchEnglish()).default
  }
  watch(language, () => void fetched(), { immediate: true })
  return (key: Key, values?: Values): string =>
    filled((language.value === 'en' && en.value ? en.value : zh)[key], values)
}
