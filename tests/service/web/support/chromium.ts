import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const kProgram = '/usr/bin/chromium'

// Tests share two cores with builds and each other: what comes at all comes within this.
const kPatience_ms = 120_000
const kWhole_ms = 600_000

let browser: Promise<Browser> | undefined

// As root Chromium has no sandbox to enter.
const launched = () =>
  (browser ??= chromium.launch({
    executablePath: kProgram,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  }))

after(async () => (await browser)?.close())

export interface Size {
  width: number
  height: number
  touch?: boolean // a telephone: fingers, and no mouse
}

// Somebody's own browser: cookies and what is kept are nobody else's.
export type Open = (size: Size) => Promise<Page>

// What no page may do: break, or ask for something its policy forbids.
function listening(page: Page, broken: string[]): Page {
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (line) => {
    if (/Content Security Policy|Vue warn/.test(line.text())) broken.push(line.text())
  })
  return page
}

// What was on the screens when it failed, where VERMILION_FAILURES names a folder.
async function pictured(contexts: BrowserContext[], name: string): Promise<void> {
  const folder = process.env.VERMILION_FAILURES
  if (!folder) return
  const pages = contexts.flatMap((context) => context.pages())
  for (const [at, page] of pages.entries()) {
    await page.screenshot({ path: join(folder, `${name.replace(/\W+/gu, '-')}-${at}.png`), fullPage: true })
  }
}

export interface Ways {
  skip?: string
  timeout?: number
}

// A test with as many browsers as it opens. Without Chromium it is skipped and says so.
export function inBrowsers(name: string, body: (open: Open) => Promise<void>, ways: Ways = {}) {
  const missing = existsSync(kProgram) ? undefined : `there is no ${kProgram}; script/bootstrap test installs it`
  test(name, { skip: missing ?? ways.skip ?? false, timeout: ways.timeout ?? kWhole_ms }, async () => {
    const broken: string[] = []
    const contexts: BrowserContext[] = []
    const open: Open = async ({ touch = false, ...viewport }) => {
      const device = { viewport, hasTouch: touch, isMobile: touch }
      // Nothing is looked at while it fades in.
      const context = await (await launched()).newContext({ ...device, locale: 'zh-CN', reducedMotion: 'reduce' })
      context.setDefaultTimeout(kPatience_ms)
      contexts.push(context)
      return listening(await context.newPage(), broken)
    }
    try {
      await body(open)
      if (broken.length > 0) throw new Error(`the page itself complained: ${broken.join('; ')}`)
    } catch (failure) {
      await pictured(contexts, name)
      throw failure
    } finally {
      for (const context of contexts) await context.close()
    }
  })
}

// A test in a page of its own.
export const inChromium = (name: string, size: Size, body: (page: Page) => Promise<void>) =>
  inBrowsers(name, async (open) => body(await open(size)))
