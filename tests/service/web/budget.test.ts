import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

// What a first visit fetches before it sees anything: kB of script, gzipped.
const kBudgets_kB = {
  'index.html': 60,
  'm/index.html': 80,
  'desk/index.html': 240,
}

interface Chunk {
  file: string
  imports?: string[]
}

const manifest = () => JSON.parse(readFileSync(join(__SITE__, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

function needed(name: string, chunks: Record<string, Chunk>, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const other of chunks[name]!.imports ?? []) needed(other, chunks, seen)
  return seen
}

for (const [page, budget] of Object.entries(kBudgets_kB)) {
  test(`${page} needs at most ${budget} kB of script at first`, () => {
    const chunks = manifest()
    const sizes = [...needed(page, chunks)].map((name) => {
      const { file } = chunks[name]!
      return file.endsWith('.js') ? gzipSync(readFileSync(join(__SITE__, file))).length : 0
    })
    const total_kB = sizes.reduce((sum, size) => sum + size, 0) / 1000
    console.log(`${page}: ${total_kB.toFixed(1)} kB`)
    assert.ok(total_kB > 1 && total_kB <= budget, `${total_kB.toFixed(1)} kB`)
  })

  test(`${page} holds no script and fetches nothing from elsewhere`, () => {
    const text = readFileSync(join(__SITE__, page), 'utf8')
    assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=|\sstyle=/)
    assert.doesNotMatch(text, /(src|href)="(https?:)?\/\//)
    assert.match(text, /http-equiv="Content-Security-Policy"/)
  })
}

// Each is worth more than a desk may weigh, and most pages need none of them.
test('viewer, editor and charts come when they are asked for', () => {
  const chunks = manifest()
  const bytesOf = (name: string) => readFileSync(join(__SITE__, chunks[name]!.file), 'utf8')
  const first = Object.keys(kBudgets_kB).flatMap((page) => [...needed(page, chunks)])
  for (const mark of ['OpenSeadragon', 'cm-content', 'echarts']) {
    const holding = Object.keys(chunks).filter(
      (name) => chunks[name]!.file.endsWith('.js') && bytesOf(name).includes(mark),
    )
    assert.ok(holding.length > 0, `${mark} is nowhere`)
    assert.deepEqual(
      holding.filter((name) => first.includes(name)),
      [],
      mark,
    )
  }
})

test('no script of the site is made from text', () => {
  for (const name of readdirSync(join(__SITE__, 'assets')).filter((file) => file.endsWith('.js'))) {
    const text = readFileSync(join(__SITE__, 'assets', name), 'utf8')
    assert.doesNotMatch(text, /\bnew Function\(|[^.\w]eval\(/, name)
  }
})
