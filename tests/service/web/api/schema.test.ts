import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

test('the types of the interface are those of openapi.yaml; `script/site run api` makes them anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vermilion-api-'))
  try {
    const made = join(folder, 'schema.ts')
    const run = (tool: string, ...words: string[]) =>
      execFileSync(process.execPath, [join(__WEB__, 'node_modules', tool), ...words], { cwd: __WEB__, stdio: 'pipe' })
    run('openapi-typescript/bin/cli.js', '../openapi.yaml', '--output', made)
    run('prettier/bin/prettier.cjs', '--config', join(__WEB__, '.prettierrc.json'), '--write', made)
    assert.equal(readFileSync(join(__WEB__, 'api/schema.ts'), 'utf8'), readFileSync(made, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
