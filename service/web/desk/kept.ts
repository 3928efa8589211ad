import { ref, watch, type Ref } from 'vue'

// Values that outlive a reload: of this tab (work at hand) or of this browser (habits).

export function kept<T>(name: string, initial: T, storage: Storage = sessionStorage): Ref<T> {
  const key = `vermilion.desk.${name}`
  const value = ref(read(storage, key, initial)) as Ref<T>
  watch(value, (now) => write(storage, key, now), { deep: true, flush: 'sync' })
  return value
}

export const habit = <T>(name: string, initial: T): Ref<T> => kept(name, initial, localStorage)

export function forget(name: string, storage: Storage = sessionStorage): void {
  storage.removeItem(`vermilion.desk.${name}`)
}

function read<T>(storage: Storage, key: string, initial: T): T {
  const text = storage.getItem(key)
  if (text === null) return initial
  try {
    return JSON.parse(text) as T
  } catch {
    return initial
  }
}

// A full or forbidden storage must not stop the work itself.
function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value))
  } catch {
    storage.removeItem(key)
  }
}
