import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

// No finding that keeps people out: neither serious nor critical, on the page as it stands now.
export async function accessible(page: Page, what: string): Promise<void> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
  )
  assert.deepEqual(told, [], what)
}
