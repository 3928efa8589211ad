import type { AriaAttributes } from 'vue'

// Attributes that components hand on to their root element.
declare module 'vue' {
  interface AllowedComponentProps extends AriaAttributes {
    id?: string
    lang?: string
    title?: string
    onKeydown?: (event: KeyboardEvent) => void
  }
}
