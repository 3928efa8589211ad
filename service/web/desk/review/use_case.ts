import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'

import { asRefused, useDoing } from '../asking'
import { forget, kept } from '../kept'
import { go } from '../router'
import { forgetPictures } from '../viewer/pictures'
import type { Refused } from '../wire/client'
import type { Case } from '../wire/review'
import { decide, heartbeat, letGo, lookAhead, open, keepAhead, release } from './cases'
import {
  accepting,
  choiceOf,
  decisionOf,
  nextUndecided,
  outcomeOf,
  rejecting,
  undecided,
  type Choices,
} from './choices'

// One case on the screen: what is shown, what is chosen so far, and the decision.

const HEARTBEAT_MS = 30_000 // the lease is renewed long before it ends

export function useCase(order: string) {
  const shown = shallowRef<Case>()
  const failed = shallowRef<Refused>()
  const current = kept(`case.${order}.at`, 0)
  const choices = kept<Choices>(`case.${order}.choices`, {})
  const wrongProject = kept(`case.${order}.wrong`, false)
  const override = kept(`case.${order}.override`, '')
  const sending = useDoing()
  const heldUntil = ref('')
  const leaving = new AbortController()
  let decided = false

  async function load(): Promise<void> {
    failed.value = undefined
    try {
      shown.value = await open(order, leaving.signal)
      heldUntil.value = shown.value.until
      current.value = Math.min(current.value, Math.max(0, shown.value.documents.length - 1))
    } catch (failure) {
      if (!leaving.signal.aborted) failed.value = asRefused(failure)
    }
  }

  const document = computed(() => shown.value?.documents[current.value])
  const choice = computed(() => document.value && choiceOf(document.value, choices.value))
  const left = computed(() => (shown.value ? undecided(shown.value, choices.value).length : 0))
  const outcome = computed(() => (shown.value ? outcomeOf(shown.value, choices.value, wrongProject.value) : 'open'))
  const ready = computed(
    () => outcome.value !== 'open' && (outcome.value !== 'override' || override.value.trim() !== ''),
  )

  const second = computed(() => shown.value?.second_person ?? null)

  const goTo = (index: number) => {
    if (shown.value?.documents[index]) current.value = index
  }
  const onward = () => {
    const next = shown.value && nextUndecided(shown.value, choices.value, current.value)
    if (next !== null && next !== undefined) current.value = next
  }
  function accept(): void {
    if (!document.value) return
    choices.value[document.value.slot] = accepting(document.value)
    onward()
  }
  function reject(reasons: string[]): void {
    if (!document.value || reasons.length === 0) return
    choices.value[document.value.slot] = rejecting(document.value, reasons)
    onward()
  }
  function undo(): void {
    if (document.value) delete choices.value[document.value.slot]
  }
  function leave(): void {
    for (const part of ['at', 'choices', 'wrong', 'override']) forget(`case.${order}.${part}`)
  }

  async function send(): Promise<void> {
    if (!shown.value || !ready.value) return
    const decision = decisionOf(shown.value, choices.value, wrongProject.value, override.value.trim())
    await sending.run(async () => {
      const { next } = await decide(order, decision)
      decided = true
      leave()
      if (next) keepAhead(next)
      go(next ? `review/${encodeURIComponent(next.order.id)}` : 'review')
    })
  }

  async function giveBack(): Promise<void> {
    decided = true
    await release(order)
    go('review')
  }

  const beat = window.setInterval(() => {
    heartbeat(order).then(
      (told) => (heldUntil.value = told?.until ?? heldUntil.value),
      (failure) => (failed.value = asRefused(failure)),
    )
  }, HEARTBEAT_MS)

  // Fetched while this one is looked at, not before it is there.
  watch(shown, (now) => now && window.setTimeout(() => void lookAhead(order), 0), { once: true })
  onScopeDispose(() => {
    leaving.abort()
    window.clearInterval(beat)
    if (!decided && !location.hash.startsWith('#/review/')) letGo()
    if (!location.hash.startsWith('#/review')) forgetPictures()
  })
  void load()

  return reactive({
    shown,
    failed,
    current,
    choices,
    wrongProject,
    override,
    sending,
    heldUntil,
    document,
    choice,
    left,
    outcome,
    ready,
    second,
    load,
    goTo,
    accept,
    reject,
    undo,
    send,
    giveBack,
  })
}

export type OpenCase = ReturnType<typeof useCase>
