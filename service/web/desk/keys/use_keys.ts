import { onBeforeUnmount, onMounted } from 'vue'

import { actionOf, keyIn, keysAreOn, type Action } from './keymap'

export type Handlers = Partial<Record<Action, () => unknown>>

const TEXT_FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]'
const TICKED = new Set(['checkbox', 'radio', 'button', 'submit'])

function isTextField(target: EventTarget | undefined): boolean {
  if (!(target instanceof Element)) return false
  const field = target.closest(TEXT_FIELDS)
  return !!field && !(field instanceof HTMLInputElement && TICKED.has(field.type))
}

// A button in focus answers these by itself.
const isPressOfButton = (event: KeyboardEvent) =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.composedPath()[0] instanceof Element &&
  !!(event.composedPath()[0] as Element).closest('button, a, summary, input, [role="tab"]')

// A closed dialog stays in the page, unseen.
const dialogIsOpen = () =>
  [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some(
    (dialog) => dialog.getClientRects().length > 0,
  )

// Typing a name, composing Chinese, holding a key down and the browser's own combinations do nothing here.
function isForUs(event: KeyboardEvent): boolean {
  if (!keysAreOn.value || event.defaultPrevented || event.isComposing || event.repeat) return false
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  return !isTextField(event.composedPath()[0]) && !isPressOfButton(event)
}

export function useKeys(handlers: Handlers, inDialog = false): void {
  function press(event: KeyboardEvent): void {
    if (!isForUs(event) || (!inDialog && dialogIsOpen())) return
    const action = actionOf(keyIn(event))
    const handler = action && handlers[action]
    if (!handler) return
    event.preventDefault()
    handler()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
