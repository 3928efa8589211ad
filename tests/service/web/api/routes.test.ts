import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

// Every address the applicants' pages ask is one the server has.
const read = (path: string) => readFileSync(join(__WEB__, path), 'utf8')

// "/api/v1/x" -> its methods, from the generated types.
function paths(): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>()
  let path = ''
  for (const line of read('api/schema.ts').split('\n')) {
    path = /^ {2}'(\/[^']+)': \{$/.exec(line)?.[1] ?? path
    const method = /^ {4}(get|put|post|delete|patch): (?!never)/.exec(line.replace('?', ''))?.[1]
    if (method) known.set(path, (known.get(path) ?? new Set()).add(method.toUpperCase()))
  }
  return known
}

const asked = () => {
  const text = ['accounts', 'orders', 'scans'].map((name) => read(`api/${name}.ts`)).join('\n')
  const commands = [...read('api/orders.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map((match) => match[1]!)
  const plain = [...text.matchAll(/'(GET|POST|PUT|DELETE)', '(\/api\/v1\/[^']+)'/g)].map((match) => [
    match[1]!,
    match[2]!,
  ])
  const drawn = [...text.matchAll(/address\('(\/api\/v1\/[^']+)'/g)].map((match) => ['GET', match[1]!])
  return [...plain, ...drawn].flatMap(([method, path]) =>
    path!.endsWith('/{command}')
      ? commands.map((command) => [method!, path!.replace('{command}', command)])
      : [[method!, path!]],
  )
}

test('every address that is asked is known, with its method', () => {
  const known = paths()
  const all = asked()
  assert.ok(all.length > 40, String(all.length))
  assert.deepEqual(
    all.filter(([method, path]) => !known.get(path!)?.has(method!)),
    [],
  )
})
