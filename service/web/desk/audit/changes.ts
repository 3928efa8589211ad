import type { components } from '@/api/schema'
import { momentText, yuanText } from '../figures'
import { documentText, operationText, projectText, variantText } from '../orders/catalogue'
import { personText } from '../session/people'
import { t } from '../words'
import { fieldText, valueText } from './names'

// What an entry of the ledger changed, in words: where it lies, and what stood there before and after. The server tells
// it by pointers into an order.

export type Change = components['schemas']['LedgerChange']

export interface Told {
  where: string
  isKnown: boolean // otherwise `where` is the pointer as it came
  before: string // empty where nothing stood there
  after: string
}

const kShown = 12 // of a digest: enough to compare by eye

const short = (digest: string): string => (digest.length > kShown ? `${digest.slice(0, kShown)}…` : digest)
const momentOf = (seconds: number): string => momentText(new Date(seconds * 1000).toISOString())

const nth = (at: string): string => `${Number(at) + 1}`

// What lies under these is called by an id, or stands at a place in a list.
const kNamed: Record<string, (id: string) => string> = {
  documents: documentText,
  approvals: (matter) => fieldText(matter) ?? matter,
  attempts: (id) => id,
  refunds: (id) => id,
  calls: nth,
  quarantined: nth,
  paper_faults: nth,
  reasons: nth,
  blocking: nth,
}

const kPeople = ['reviewer', 'asked_by', 'confirmed_by', 'by']
const kDigests = ['digest', 'terms_digest', 'sha256', 'letter_sha256', 'signature_sha256']
const kTimes = ['until', 'valid_until', 'at', 'made_at', 'paper_right_at', 'contacted']
const kNames: Record<string, (id: string) => string> = {
  slot: documentText,
  project: projectText,
  operation: operationText,
  variant: variantText,
}

// A state says something else of a refund than of a payment.
const keyOf = (leaf: string, top: string): string => (leaf === 'state' ? `${top}.state` : leaf)

function plainText(value: string | number | boolean, leaf: string, top: string): string {
  if (typeof value === 'boolean') return valueText(value ? 'yes' : 'no') ?? `${value}`
  if (typeof value === 'number') {
    if (leaf.endsWith('_fen')) return yuanText(value)
    return kTimes.includes(leaf) ? momentOf(value) : `${value}`
  }
  if (kPeople.includes(leaf)) return personText(value)
  if (kDigests.includes(leaf)) return short(value)
  return kNames[leaf]?.(value) ?? valueText(`${keyOf(leaf, top)}.${value}`) ?? value
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isNothing))

// The words of one value; of what consists of several, each with its own, what is empty left out.
function told(value: unknown, leaf: string, top: string): string {
  if (isNothing(value)) return ''
  if (Array.isArray(value)) return value.map((one) => told(one, leaf, top)).join(t('list.next'))
  if (typeof value !== 'object') return plainText(value as string | number | boolean, leaf, top)
  return Object.entries(value!)
    .filter(([, one]) => !isNothing(one) && one !== false)
    .map(([key, one]) => `${kNamed[leaf]?.(key) ?? fieldText(key) ?? key} ${told(one, key, top)}`)
    .join(' · ')
}

export function changeText({ path, before, after }: Change): Told {
  const steps = path.split('/').slice(1)
  const words = steps.map((step, at) => kNamed[steps[at - 1] ?? '']?.(step) ?? fieldText(step))
  const isKnown = words.every((word) => word !== undefined)
  const [top = '', leaf = ''] = [steps[0], steps.at(-1)]
  return {
    where: isKnown ? words.join(' · ') : path,
    isKnown,
    before: told(before, leaf, top),
    after: told(after, leaf, top),
  }
}
