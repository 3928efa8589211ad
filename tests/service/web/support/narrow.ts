import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

// Nothing wider than the window: nobody has to scroll to and fro to read a line.
export async function narrowEnough(page: Page, name: string): Promise<void> {
  const [over, which] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const reaching = [...document.querySelectorAll('body *')].filter(
      (one) => Math.round(one.getBoundingClientRect().right) >= scrollWidth,
    )
    return [scrollWidth - clientWidth, reaching.map((one) => `${one.tagName}.${one.className}`).join(' > ')] as const
  })
  assert.ok(over <= 0, `${name} is ${over} px wider than the window: ${which}`)
}
