import type { Page } from 'playwright-core'

// How soon a page is there and how soon it answers, as the browser itself measures it.

export interface Speed {
  drawn_ms: number // first contentful paint
  answered_ms: number // the slowest of what was pressed, to the next frame (Event Timing)
}

const kPaint = 'first-contentful-paint'

const watch = (page: Page) =>
  page.addInitScript(() => {
    const slowest = { ms: 0 }
    Object.assign(window, { slowest })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) slowest.ms = Math.max(slowest.ms, duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })

export async function measured(page: Page, url: string, work: (page: Page) => Promise<void>): Promise<Speed> {
  await watch(page)
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, kPaint)
  const drawn_ms = await page.evaluate((name) => performance.getEntriesByName(name)[0]!.startTime, kPaint)
  await work(page)
  await page.waitForTimeout(300) // what was pressed last is told a frame later; nothing fails where it is not
  const answered_ms = await page.evaluate(() => (window as unknown as { slowest: { ms: number } }).slowest.ms)
  return { drawn_ms: Math.round(drawn_ms), answered_ms }
}
