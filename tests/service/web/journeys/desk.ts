import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Open } from '../support/chromium'
import { kPassword, type Demo } from './demo'
import type { Outside } from './outside'
import { member, shown } from './staff'

// What members of the staff do in the browser: one function for each desk.

export const kScreen = { width: 1440, height: 900 }

// The first time, with the second factor set up.
export async function enterDesk(page: Page, demo: Demo, login: string): Promise<void> {
  await page.goto(`${demo.site}/desk/`)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(kPassword)
  await page.getByRole('button', { name: '登录' }).click()
  const secret = (await page.locator('.secret').textContent())!.replace(/\s/g, '')
  await page.getByLabel('动态验证码（6 位）').fill(shown(secret))
  await page.getByRole('button', { name: '确认' }).click()
  await page.locator('main h1').waitFor()
}

// At a desk of the own, with the session the other tests of this file have, too.
export async function seated(open: Open, there: Demo, login: string): Promise<Page> {
  const page = await open(kScreen)
  await (await member(there, login)).lend(page)
  return page
}

const canDecide = (page: Page) => page.locator('button[aria-keyshortcuts="a"]:enabled').waitFor()
// Takes the next order and decides it by single keys; gives how many were pressed from then on. Documents are refused by
// their place, for the reason that is proposed or the first of those offered.
export async function reviewByKeys(page: Page, demo: Demo, order: string, refused: number[] = []): Promise<number> {
  let pressed = 0
  const key = async (name: string) => {
    pressed += 1
    await page.keyboard.press(name)
  }
  await page.goto(`${demo.site}/desk/#/review`)
  await page.locator('tbody').getByText(order).first().waitFor()
  await page.keyboard.press('n')
  await canDecide(page)
  assert.equal(await page.locator('.head code').textContent(), order)
  const count = await page.locator('nav.tabs button').count()
  for (let at = 0; at < count; at++) {
    await canDecide(page)
    if (!refused.includes(at)) {
      await key('a')
      continue
    }
    await key('r')
    await page.locator('form.reasons').waitFor()
    await key('Enter')
    await page.locator('form.reasons').waitFor({ state: 'detached' })
  }
  await page.getByText(refused.length > 0 ? '整单退回' : '整单通过').waitFor()
  await key('Enter')
  await page.locator('.head code', { hasText: order }).waitFor({ state: 'detached' })
  return pressed
}

// One beep: the number is read with the scanner, which ends with Enter.
export async function receive(page: Page, demo: Demo, order: string, number: string): Promise<void> {
  await page.goto(`${demo.site}/desk/#/post-room`)
  await page.getByLabel('二维码或订单号').fill(order)
  await page.keyboard.press('Enter')
  await page.locator('.found.good').waitFor()
  await page.locator('.found').getByLabel('快递单号').fill(number)
  const received = page.waitForResponse((answer) => answer.url().endsWith('/parcel') && answer.ok())
  await page.getByRole('button', { name: '确认收到快递' }).click()
  await received
}

export async function takeParcel(page: Page, demo: Demo, order: string, number: string): Promise<void> {
  await receive(page, demo, order, number)
  await page.getByRole('button', { name: '全部合格' }).click()
  await page.getByRole('button', { name: '纸质资料合格' }).click()
  await page.getByText('全部合格').waitFor({ state: 'detached' })
}

export async function make(page: Page, demo: Demo, outside: Outside, order: string): Promise<void> {
  await page.goto(`${demo.site}/desk/#/making?order=${order}`)
  const key = { name: 'new-key.csr', mimeType: 'application/pkcs10', buffer: Buffer.from(await outside.newKey()) }
  const brought = page.waitForResponse((answer) => answer.url().endsWith('/key-request') && answer.ok())
  await page.locator('input[type=file][accept*=".csr"]').setInputFiles(key)
  await brought
  await page.getByLabel(`选择 ${order}`).check()
  await page.getByRole('button', { name: '制所选的 1 张' }).click()
  await page.getByText('已开始 1 张，0 张没有开始').waitFor()
}

export async function dispatch(page: Page, demo: Demo, order: string, number: string): Promise<void> {
  await page.goto(`${demo.site}/desk/#/dispatch?order=${order}`)
  await page.getByRole('button', { name: '交给快递' }).click()
  await page.getByLabel('快递单号').fill(number)
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.locator('tbody').getByText(order).waitFor({ state: 'detached' })
}

// The order at one of the desks, opened there.
export async function openAt(page: Page, demo: Demo, desk: string, order: string): Promise<void> {
  await page.goto(`${demo.site}/desk/#/${desk}?order=${order}`)
  await page.locator('article.sheet header').getByText(order).waitFor()
}

export async function logCall(page: Page, demo: Demo, order: string, reached: boolean, note: string): Promise<void> {
  await openAt(page, demo, 'calls', order)
  await page.getByRole('button', { name: '记一次通话' }).click()
  const form = page.locator('.command form')
  if (reached) await form.getByLabel('已接通').check()
  await form.getByLabel('通话内容').fill(note)
  await form.getByRole('button', { name: '确认' }).click()
  await page
    .locator('article.sheet li')
    .filter({ hasText: note })
    .filter({ hasText: reached ? '已接通' : '无人接听' })
    .waitFor()
}
