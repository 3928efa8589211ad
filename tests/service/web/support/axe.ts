import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

const kQuiet_ms = 150
const kPatience_ms = 5000
const kLooks = 3

// Until nothing on the page has changed for a while: what is taken away while it is gone through has no place any more.
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    ([quiet, patience]) =>
      new Promise<void>((done) => {
        const watch = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, quiet)
        })
        let timer = setTimeout(done, quiet)
        setTimeout(done, patience)
        watch.observe(document, { subtree: true, childList: true, attributes: true })
      }),
    [kQuiet_ms, kPatience_ms] as const,
  )
}

// A page that changes while axe goes through it breaks axe, which knows no place for what came meanwhile. It is then
// gone through again, as it stands.
async function violationsOn(page: Page): Promise<axe.Result[]> {
  for (let look = 1; ; ++look) {
    await settled(page)
    try {
      return (await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())).violations
    } catch (broken) {
      if (look === kLooks) throw broken
    }
  }
}

// No finding that keeps people out: neither serious nor critical, on the page as it stands now.
export async function accessible(page: Page, what: string): Promise<void> {
  await page.evaluate(axe.source)
  const violations = await violationsOn(page)
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
  )
  assert.deepEqual(told, [], what)
}
