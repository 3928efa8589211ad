import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

// What is typed over selected text. A browser that does it itself keeps the colour of the text it replaces, by writing a
// style into the line, which the page's policy forbids and reports. So the editor does it, and the browser finds nothing
// selected.

function typedOver(view: EditorView, text: string): void {
  const { from, to } = view.state.selection.main
  const typing = () =>
    view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true })
  const handled = view.state.facet(EditorView.inputHandler).some((handles) => handles(view, from, to, text, typing))
  if (!handled) view.dispatch(typing())
}

const kTyped = new Set(['insertText', 'insertReplacementText'])

export const typingOver: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (!kTyped.has(event.inputType) || event.isComposing || !event.data) return false
    if (view.state.selection.main.empty && !event.data.includes('\n')) return false
    typedOver(view, event.data)
    return true
  },
})
