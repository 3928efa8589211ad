import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// Requests that carry nothing: the server refuses a body there, be it "{}". Read from the types of the interface, where
// every operation says what it takes.

const schema = readFileSync(join(__WEB__, 'api/schema.ts'), 'utf8')

function takingNothing(): Set<string> {
  const from = schema.indexOf('export interface operations {')
  const each = schema.slice(from).matchAll(/^ {2}(\w+): \{\n([\s\S]*?)^ {2}\}$/gm)
  return new Set([...each].filter(([, , body]) => /^ {4}requestBody\?: never$/m.test(body!)).map(([, name]) => name!))
}

function* requests(): Generator<{ method: string; pattern: RegExp }> {
  const bodiless = takingNothing()
  let path = ''
  for (const line of schema.split('\n')) {
    path = /^ {2}'\/api\/v1(\/[^']+)': \{$/.exec(line)?.[1] ?? path
    const [, method, name] = /^ {4}(\w+): operations\['(\w+)'\]$/.exec(line) ?? []
    if (!method || !bodiless.has(name!)) continue
    yield { method: method.toUpperCase(), pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }
  }
}

const known = [...requests()]

// "POST", "/orders/JX1/submission"
export const takesNothing = (method: string, path: string): boolean =>
  known.some((one) => one.method === method && one.pattern.test(path))
