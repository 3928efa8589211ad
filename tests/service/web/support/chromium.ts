import { existsSync } from 'node:fs'
import { after, test } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'

const kProgram = '/usr/bin/chromium'

let browser: Promise<Browser> | undefined

// As root Chromium has no sandbox to enter.
const launched = () =>
  (browser ??= chromium.launch({
    executablePath: kProgram,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  }))

after(async () => (await browser)?.close())

// A test in a page of its own. Without Chromium it is skipped and says so.
export function inChromium(name: string, size: { width: number; height: number }, body: (page: Page) => Promise<void>) {
  const skip = existsSync(kProgram) ? false : `there is no ${kProgram}; script/bootstrap test installs it`
  test(name, { skip, timeout: 240_000 }, async () => {
    // Nothing is looked at while it fades in.
    const context = await (await launched()).newContext({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce' })
    const page = await context.newPage()
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    page.on('console', (line) => {
      if (/Content Security Policy|Vue warn/.test(line.text())) broken.push(line.text())
    })
    try {
      await body(page)
      if (broken.length > 0) throw new Error(`the page itself complained: ${broken.join('; ')}`)
    } finally {
      await context.close()
    }
  })
}
