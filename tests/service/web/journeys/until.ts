import assert from 'node:assert/strict'

// A scan on a busy machine takes seconds, and several wait for each other.
const kComesWithin_ms = 240_000

// What `look` gives once it gives something.
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  within_ms = kComesWithin_ms,
): Promise<T> {
  for (const late = Date.now() + within_ms; Date.now() < late;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((waited) => setTimeout(waited, 150))
  }
  return assert.fail(`nothing came of waiting for ${what}`)
}
