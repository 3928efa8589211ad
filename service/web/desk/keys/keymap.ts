import { computed, ref } from 'vue'

import { habit } from '../kept'
import type { Key } from '../words'

// What can be done by a single key. Each can be given another key, and all can be switched off (WCAG 2.1.4).

export const actions = {
  accept: { label: 'keys.accept', preset: 'a' },
  reject: { label: 'keys.reject', preset: 'r' },
  undo: { label: 'keys.undo', preset: 'u' },
  send: { label: 'keys.send', preset: 'Enter' },
  next_finding: { label: 'keys.next_finding', preset: 'j' },
  previous_finding: { label: 'keys.previous_finding', preset: 'k' },
  next_document: { label: 'keys.next_document', preset: 'd' },
  previous_document: { label: 'keys.previous_document', preset: 's' },
  inks: { label: 'keys.inks', preset: 'c' },
  side: { label: 'keys.side', preset: 'v' },
  marks: { label: 'keys.marks', preset: 'm' },
  whole: { label: 'keys.whole', preset: '0' },
  closer: { label: 'keys.closer', preset: '+' },
  farther: { label: 'keys.farther', preset: '-' },
  turn: { label: 'keys.turn', preset: 't' },
  take: { label: 'keys.take', preset: 'n' },
  help: { label: 'keys.help', preset: '?' },
} satisfies Record<string, { label: Key; preset: string }>

export type Action = keyof typeof actions

const chosen = habit<Partial<Record<Action, string>>>('keys', {})
export const keysAreOn = habit('keys.on', true)

export const keyOf = (action: Action): string => chosen.value[action] ?? actions[action].preset

const byKey = computed(() => new Map((Object.keys(actions) as Action[]).map((action) => [keyOf(action), action])))

export const actionOf = (key: string): Action | undefined => byKey.value.get(key)

// Refused where another action has the key: that one is returned.
export function giveKey(action: Action, key: string): Action | null {
  const holder = actionOf(key)
  if (holder && holder !== action) return holder
  chosen.value = { ...chosen.value, [action]: key }
  return null
}

export function presetKeys(): void {
  chosen.value = {}
  keysAreOn.value = true
}

const NAMES: Record<string, string> = { ' ': 'Space', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }

export const shownKey = (key: string): string => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)

const PRINTED_ALIKE: Record<string, string> = { '=': '+', _: '-', '？': '?' }

// Letters count alike with and without capitals; what stands on the same cap counts as one.
export function keyIn(event: KeyboardEvent): string {
  const key = PRINTED_ALIKE[event.key] ?? event.key
  return key.length === 1 ? key.toLowerCase() : key
}

export const keySheetIsOpen = ref(false)
export const openKeySheet = () => {
  keySheetIsOpen.value = true
}
