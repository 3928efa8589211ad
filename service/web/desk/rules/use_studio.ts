import { computed, reactive, ref, shallowRef } from 'vue'

import { useAsked, useDoing } from '../asking'
import { habit } from '../kept'
import { place, settle } from '../router'
import type { Draft, Mistake } from '../wire/rules'
import { check, complete, draftOf, filesOf, saveFile, textOf, type Texts } from './rules'

// A draft in the hands of its author: its files, what is typed and not saved yet, what is wrong with it.

export function useStudio(id: string) {
  const draft = useAsked((signal) => draftOf(id, signal))
  const files = useAsked((signal) => filesOf(id, signal))
  const unsaved = habit<Texts>(`draft.${id}`, {}) // outlives the tab: work of hours
  const read = reactive<Texts>({})
  const mistakes = shallowRef<Mistake[]>([])
  const saving = useDoing()
  const opened = ref('')

  const path = computed(() => place.value.query.get('file') ?? '')
  const text = computed(() => unsaved.value[path.value] ?? read[path.value])
  const dirty = computed(() => Object.keys(unsaved.value))
  const editable = computed(() => draft.value?.state === 'draft' || draft.value?.state === 'shadow')

  async function open(file: string): Promise<void> {
    settle({ file, part: place.value.query.get('part') ?? '' })
    if (read[file] === undefined) read[file] = await textOf(file, id)
    opened.value = file
  }

  function change(to: string): void {
    if (to === read[path.value]) delete unsaved.value[path.value]
    else unsaved.value[path.value] = to
  }

  const save = () =>
    saving.run(async () => {
      let now: Draft = draft.value!
      for (const [file, content] of Object.entries(unsaved.value)) {
        now = await saveFile(now, file, content)
        read[file] = content
        delete unsaved.value[file]
      }
      draft.value = now
      void files.again()
    })

  // What is typed is checked with everything else that is unsaved; the mistakes of other files are listed beside.
  async function checked(content: string): Promise<Mistake[]> {
    const told = await check({ ...unsaved.value, [path.value]: content }, id)
    mistakes.value = told.mistakes
    return told.mistakes.filter((mistake) => mistake.file === path.value)
  }
  const proposed = (line: number, column: number, content: string) => complete(path.value, content, line, column, id)

  return reactive({
    id,
    draft,
    files,
    unsaved,
    read,
    mistakes,
    saving,
    path,
    text,
    dirty,
    editable,
    open,
    change,
    save,
    checked,
    proposed,
  })
}

export type Studio = ReturnType<typeof useStudio>
