import { computed, shallowRef } from 'vue'

import { t } from '../words'
import { get } from '../wire/client'
import type { Page, PartCode } from '../wire/order'
import { signedIn } from './session'

// The server says by accounts who did what, and to all of the staff whose accounts those are.

export interface Colleague {
  id: string
  name: string
}

const known = shallowRef<Colleague[]>([])
const names = computed(() => new Map(known.value.map(({ id, name }) => [id, name])))
const asked = new Set<string>() // for: the list was asked for because this account was not in it

export const colleagues = computed(() => known.value)

export async function learnColleagues(): Promise<void> {
  known.value = (await get<Page<Colleague>>('colleagues')).items
}

// Whoever began to work here after the list was read is looked up once.
function learn(id: string): void {
  if (asked.has(id)) return
  asked.add(id)
  learnColleagues().catch(() => asked.delete(id))
}

const kStrangers: PartCode[] = ['applicant', 'legal_person', 'recipient', 'system']

// Whether this part is played at a desk here, so that it has a name.
export const isOfTheStaff = (part: PartCode): boolean => !kStrangers.includes(part)

export function personText(id: string | null | undefined): string {
  if (!id) return '—'
  if (id === signedIn.value?.id) return signedIn.value.name
  const name = names.value.get(id)
  if (!name) learn(id)
  return name ?? t('person.unknown')
}
