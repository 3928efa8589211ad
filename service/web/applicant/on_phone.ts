import type { InjectionKey } from 'vue'

// Whether the pages stand in the phone's frame: what needs a key in a computer says so there.
export const kOnPhone: InjectionKey<boolean> = Symbol('phone')
