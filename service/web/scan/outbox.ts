// Scans on their way. They stay here until the server has them, so that neither a reload nor a dropped connection loses
// one; where the browser keeps nothing (private windows) it works without.
export interface Leaving {
  order: string
  slot: string
  key: string // of the request, so that sending again is no second upload
  scan: Blob
  name: string
}

const kStore = 'leaving'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('vermilion', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(kStore, { keyPath: ['order', 'slot'] })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
}

async function within<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await open()
    return await new Promise<T>((resolve, reject) => {
      const request = what(database.transaction(kStore, mode).objectStore(kStore))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('refused'))
    }).finally(() => database.close())
  } catch {
    return null
  }
}

export const keep = (leaving: Leaving) => within('readwrite', (store) => store.put(leaving))
export const forget = (order: string, slot: string) => within('readwrite', (store) => store.delete([order, slot]))
export const forgetAll = () => within('readwrite', (store) => store.clear())
export const kept = (order: string, slot: string) =>
  within<Leaving | undefined>('readonly', (store) => store.get([order, slot]))
