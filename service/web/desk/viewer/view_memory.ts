import { habit } from '../kept'

// How a kind of document was last looked at: the next one of its kind is shown the same way.

export interface View {
  zoom: number // 1: the whole page is seen
  turned_deg: number
  x: number // the middle of what is seen, in widths of the page
  y: number
}

const views = habit<Record<string, View>>('views', {})

export const viewOf = (kind: string): View | undefined => views.value[kind]

export function keepView(kind: string, view: View): void {
  views.value = { ...views.value, [kind]: view }
}
