// The program of the key's maker, on the applicant's own computer: the only one that can see a key and write to it. The
// PIN goes to it and to nobody else.
const kWhere = 'http://127.0.0.1:18210'
const kAnswers_ms = 4000
const kWrites_ms = 120_000

export interface Key {
  key_id: string
  serial: string
  subject: string
  valid_until: string
}

export type KeyAnswer =
  | { what: 'one'; key: Key }
  | { what: 'none' }
  | { what: 'several'; count: number }
  | { what: 'no_service' } // not installed, or not running
  | { what: 'failed'; said: string }

async function ask<T>(path: string, limit_ms: number, body?: unknown): Promise<T> {
  const abort = new AbortController()
  const late = setTimeout(() => abort.abort(), limit_ms)
  try {
    const answer = await fetch(kWhere + path, {
      method: body === undefined ? 'GET' : 'POST',
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      signal: abort.signal,
    })
    return (await answer.json()) as T
  } finally {
    clearTimeout(late)
  }
}

export async function lookForKey(): Promise<KeyAnswer> {
  try {
    const { keys } = await ask<{ keys: Key[] }>('/keys', kAnswers_ms)
    const [key, ...others] = keys
    if (!key) return { what: 'none' }
    return others.length > 0 ? { what: 'several', count: keys.length } : { what: 'one', key }
  } catch {
    return { what: 'no_service' }
  }
}

export async function keysInserted(): Promise<number> {
  const found = await lookForKey()
  if (found.what === 'several') return found.count
  return found.what === 'one' ? 1 : 0
}

// Writes the renewed certificate onto the key; "said" is the maker's own word for what went wrong.
export async function write(key_id: string, order: string, pin: string): Promise<{ done: boolean; said: string }> {
  try {
    return await ask(`/keys/${encodeURIComponent(key_id)}/certificates`, kWrites_ms, { order, pin })
  } catch {
    return { done: false, said: '' }
  }
}
