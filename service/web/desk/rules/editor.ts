import { autocompletion, closeBrackets, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
  defaultHighlightStyle,
} from '@codemirror/language'
import { linter, lintGutter, lintKeymap, type Diagnostic } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'

import type { Completion, Mistake } from '../wire/rules'
import { said } from '../words'
import { typingOver } from './typing_over'

// The editor of rule files. It knows nothing of rules: mistakes and proposals are the server's, which are the command
// line's. It lives in a shadow root, where its styles are adopted sheets: the page's policy allows none written into it.

export interface Served {
  check: (text: string) => Promise<Mistake[]>
  complete: (line: number, column: number, text: string) => Promise<Completion[]>
  changed: (text: string) => void
}

const CHECK_AFTER_MS = 300 // of rest: while one types, half a word is no mistake

// Of what was checked, as far as the text still reaches.
function diagnosticOf(mistake: Mistake, length: number): Diagnostic {
  const from = Math.min(mistake.begin.utf16, length)
  const to = Math.min(Math.max(mistake.end.utf16, from), length)
  const hint = said(mistake.hint)
  return {
    from,
    to,
    severity: mistake.severity,
    source: mistake.code,
    message: said(mistake.message) + (hint ? `\n${hint}` : ''),
  }
}

const mistakesOf = (served: Served) =>
  linter(
    async (view) => {
      const mistakes = await served.check(view.state.doc.toString())
      return mistakes.map((mistake) => diagnosticOf(mistake, view.state.doc.length))
    },
    { delay: CHECK_AFTER_MS },
  )

const WORD = /[\p{L}\p{N}_]*/u

async function proposals(context: CompletionContext, served: Served): Promise<CompletionResult | null> {
  const before = context.matchBefore(WORD)
  if (!context.explicit && (!before || before.from === before.to)) return null
  const line = context.state.doc.lineAt(context.pos)
  // The server counts characters, the editor UTF-16 units.
  const column = [...line.text.slice(0, context.pos - line.from)].length + 1
  const found = await served.complete(line.number, column, context.state.doc.toString())
  const options = found.map((one) => ({ label: one.text, detail: said(one) }))
  return { from: before?.from ?? context.pos, options, validFor: WORD }
}

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', background: '#fff' },
  '.cm-scroller': { fontFamily: 'var(--type-figures)', lineHeight: '1.6' },
  '.cm-gutters': { background: '#f6f5f2', color: '#57606a', borderRight: '1px solid #d9d6cf' },
  '.cm-activeLine': { background: '#f3f7fb' },
  '.cm-activeLineGutter': { background: '#e3ecf4' },
  '.cm-tooltip': { maxWidth: '520px', whiteSpace: 'pre-wrap' },
  '.cm-completionDetail': { fontStyle: 'normal', color: '#57606a' },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: '#fff' },
})

const keys = [...defaultKeymap, ...historyKeymap, ...foldKeymap, ...searchKeymap, ...lintKeymap, indentWithTab]

function extensions(served: Served, label: string): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    closeBrackets(),
    typingOver,
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    yaml(),
    syntaxHighlighting(defaultHighlightStyle),
    theme,
    mistakesOf(served),
    autocompletion({ override: [(context) => proposals(context, served)] }),
    keymap.of(keys),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.updateListener.of((update) => update.docChanged && served.changed(update.state.doc.toString())),
  ]
}

export interface Editor {
  open: (text: string, label: string) => void
  goTo: (utf16: number) => void
  close: () => void
}

export function editorIn(host: HTMLElement, served: Served): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const view = new EditorView({ parent: root, root })
  return {
    open: (text, label) => view.setState(EditorState.create({ doc: text, extensions: extensions(served, label) })),
    goTo: (utf16) => {
      const at = Math.min(utf16, view.state.doc.length)
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
      view.focus()
    },
    close: () => view.destroy(),
  }
}
