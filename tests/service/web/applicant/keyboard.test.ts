import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { withKeyboard } from '../journeys/hands'
import { inChromium } from '../support/chromium'
import { interfaceOf, world } from '../support/interface'
import { kStages } from '../support/stages'
import { serve } from '../support/site'

// Whoever works by keys never loses the place, whatever comes and goes on the page meanwhile.

const kOrder = '#/orders/JX20261120-7F3K'

const scan = (name: string) => ({
  name: 'scan.jpg',
  mimeType: 'image/jpeg',
  buffer: readFileSync(join(__WEB__, '../../samples/shipped', name)),
})
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent)

const byKeys = (name: string, stage: string, path: string, walk: (page: Page) => Promise<void>) =>
  inChromium(name, { width: 1100, height: 900 }, async (page) => {
    const site = await serve(interfaceOf(world({ orders: [kStages[stage]!()] })))
    try {
      await page.goto(`${site.origin}/${path}`)
      await walk(page)
    } finally {
      site.close()
    }
  })

// What is sent to a slot stays on its way until it is let go on.
async function held(page: Page, slot: string): Promise<(then: (route: Route) => Promise<void>) => void> {
  let goOn: (then: (route: Route) => Promise<void>) => void
  const told = new Promise<(route: Route) => Promise<void>>((resolve) => (goOn = resolve))
  await page.route(`**/documents/${slot}`, async (route) => (await told)(route))
  return goOn!
}

byKeys('an order is submitted with the keyboard alone', 'complete', '#/', async (page) => {
  const hands = withKeyboard(page)
  await hands.press(page.locator('main a', { hasText: '江西省公共资源交易' }).first())
  await hands.press(page.getByRole('button', { name: '提交审核' }))
  await page.getByRole('heading', { name: '现在由审核人员办理' }).waitFor()
})

byKeys('the focus stays at the picker while its scan is sent and looked at', 'draft', kOrder, async (page) => {
  const letGo = await held(page, 'licence')
  await withKeyboard(page).bring(page.locator('#scan-licence'), scan('business_licence/refused_seal_not_red.jpg'))
  await page
    .locator('article', { has: page.locator('#scan-licence') })
    .getByRole('progressbar')
    .waitFor()
  assert.equal(await focused(page), 'scan-licence')
  letGo((route) => route.continue())
  await page.getByText('怎么改').first().waitFor()
  assert.equal(await focused(page), 'scan-licence')
})

byKeys('a question about a file takes the focus, and gives it back to the picker', 'draft', kOrder, async (page) => {
  const hands = withKeyboard(page)
  await hands.bring(page.locator('#scan-licence'), scan('business_licence/refused_lowres.jpg'))
  await page.getByText('这个文件可能会被退回').waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'BUTTON')
  assert.equal((await focused(page))?.trim(), '换一个文件')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'scan-licence')
})

byKeys('trouble with one scan takes no key from who is at another', 'draft', kOrder, async (page) => {
  const letGo = await held(page, 'licence')
  const hands = withKeyboard(page)
  await hands.bring(page.locator('#scan-licence'), scan('id_card/accepted.jpg'))
  const other = page.locator('#scan-id_card')
  for (let press = 0; press < 40 && (await focused(page)) !== 'scan-id_card'; press++) await page.keyboard.press('Tab')
  letGo((route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status": 503}' }))
  await page.getByText('没有办成').waitFor()
  assert.equal(await focused(page), 'scan-id_card')
  await hands.bring(other, scan('id_card/accepted.jpg'))
  await page.locator('article', { has: other }).getByText('没有发现问题').waitFor()
})
