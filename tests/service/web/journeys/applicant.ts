import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { kPassword, type Demo } from './demo'
import type { Hands } from './hands'
import type { Flaw, Outside, Paper, Person } from './outside'
import { until } from './until'

// What an applicant does in the browser, step by step, as the pages lead.

export interface Applicant {
  page: Page
  hands: Hands
  who: Person
  entry: '/' | '/m/'
  demo: Demo
  outside: Outside
}

export interface Wanted {
  project: string
  operation: string
  variant: string
}

const kDigits = '零一二三四五六七八九'

// "三十五加八等于几？"
export function solved(question: string): string {
  const number = (text: string) => {
    const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
    const digit = (one = '') => kDigits.indexOf(one)
    return (text.includes('十') ? 10 * (tens ? digit(tens) : 1) : 0) + (ones ? digit(ones) : 0)
  }
  const [, one, how, other] = /([零一二三四五六七八九十]+)(加|减)([零一二三四五六七八九十]+)/.exec(question)!
  return String(how === '加' ? number(one!) + number(other!) : number(one!) - number(other!))
}

// The program for keys has one address on every computer; here it is another, so that nobody's own is in the way.
export const atThisComputer = ({ page, demo }: Pick<Applicant, 'page' | 'demo'>) =>
  page.route('http://127.0.0.1:18210/**', async (route) => {
    const url = route.request().url().replace('http://127.0.0.1:18210', demo.keys)
    await route.fulfill({ response: await route.fetch({ url }) })
  })

export async function askForCode({ page, hands, who, outside }: Applicant): Promise<string> {
  await hands.press(page.getByRole('button', { name: '换成文字问题' }))
  const answer = page.getByLabel('请回答问题')
  const question = await answer.evaluate((field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
  await hands.write(answer, solved(question))
  await hands.press(page.getByRole('button', { name: '获取短信验证码' }))
  await page.getByText('验证码已发到').waitFor()
  return outside.code(who.mobile)
}

export async function fillRegistration(applicant: Applicant, typed: Partial<Person> = {}): Promise<void> {
  const { page, hands } = applicant
  const who = { ...applicant.who, ...typed }
  await hands.write(page.getByLabel('统一社会信用代码'), who.credit_code)
  await hands.write(page.getByLabel('单位名称'), who.name)
  await hands.write(page.getByLabel('您的姓名'), who.agent)
  await hands.write(page.getByLabel('手机号码'), who.mobile)
  const code = await askForCode(applicant)
  await hands.write(page.getByLabel('短信验证码'), code)
  await hands.write(page.getByLabel('密码'), kPassword)
  await hands.press(page.getByRole('button', { name: '注册', exact: true }))
}

export async function register(applicant: Applicant, typed: Partial<Person> = {}): Promise<void> {
  await applicant.page.goto(`${applicant.demo.site}${applicant.entry}#/register`)
  await fillRegistration(applicant, typed)
  await applicant.page
    .locator('header')
    .getByText(typed.name ?? applicant.who.name)
    .waitFor()
}

async function acknowledge({ page, hands }: Applicant): Promise<void> {
  await hands.press(page.getByLabel('我知道了'))
  for (const yes of await page.locator('input[id^=asked-][value=yes]').all()) await hands.press(yes)
}

const numberIn = (page: Page) => decodeURIComponent(/#\/orders\/([^/?]+)/.exec(page.url())![1]!)

export interface Certificate {
  serial: string
  key_id: string
}

export async function newestOf({ page }: Applicant): Promise<Certificate> {
  const list = await page.evaluate(async () => (await fetch('/api/v1/certificates')).json())
  return list.items[0]
}

// From the list of projects to the order; gives its number.
export async function begin(applicant: Applicant, wanted: Wanted, certificate?: Certificate): Promise<string> {
  const { page, hands } = applicant
  await hands.press(page.locator('nav a[href="#/apply"]').first())
  await hands.press(page.locator(`a[href^="#/apply/${wanted.project}"]`).first())
  return chooseAndBegin(applicant, wanted, certificate)
}

export async function chooseAndBegin(applicant: Applicant, wanted: Wanted, certificate?: Certificate): Promise<string> {
  const { page, hands } = applicant
  await page.locator('#scope').waitFor()
  await acknowledge(applicant)
  const operation = page.locator(`input[name=operation][value=${wanted.operation}]`)
  if ((await operation.count()) > 0) await hands.press(operation)
  const variant = page.locator(`input[name=variant][value=${wanted.variant}]`)
  if (!(await variant.isChecked())) await hands.press(variant)
  if (certificate) await hands.press(page.locator(`input[name=serial][value="${certificate.serial}"]`))
  const typed = page.locator('#serial_typed')
  if (await typed.count()) await hands.write(typed, certificate!.serial)
  const agreement = page.locator('#agreement')
  if (await agreement.count()) await hands.press(agreement)
  await hands.press(page.getByRole('button', { name: '建立订单' }))
  await page.waitForURL(/#\/orders\/[^/?]+$/)
  return numberIn(page)
}

export async function fillForm(
  { page, hands, who }: Applicant,
  order: string,
  needsRecipient = true,
  invoice = 'invoices@example.com', // none: asked for later
): Promise<void> {
  await hands.press(page.locator(`a[href="#/orders/${order}/form"]`).first())
  await hands.write(page.locator('#agent_name'), who.agent)
  await hands.write(page.locator('#agent_mobile'), who.mobile)
  if (needsRecipient) {
    await hands.press(page.locator('#same'))
    await hands.write(page.locator('#address'), who.address)
  }
  await hands.write(page.locator('#email'), invoice)
  await hands.press(page.getByRole('button', { name: '保存' }))
  await page.waitForURL(/#\/orders\/[^/]+$/)
}

// The legal person, at the own telephone; the page hears of it by itself.
export async function verify({ page, outside }: Applicant, order: string): Promise<void> {
  await page.getByRole('heading', { name: '第三步 上传材料' }).waitFor()
  if ((await page.getByRole('heading', { name: '法人核验' }).count()) === 0) return
  await outside.verify(order)
  await page.getByText('认证成功').first().waitFor()
}

export const card = (page: Page, slot: string): Locator =>
  page.locator('article', { has: page.locator(`#scan-${slot}`) }).first()

export async function bring(applicant: Applicant, slot: string, paper: Paper): Promise<void> {
  const { page, hands } = applicant
  const input = page.locator(`#scan-${slot}:not([aria-disabled=true])`)
  await input.waitFor({ state: 'attached' })
  await hands.bring(input, paper)
}

export async function looked(page: Page, slot: string): Promise<string> {
  const stands = card(page, slot).locator('.stands')
  return until(`${slot} to be looked at`, async () => {
    const told = await stands.textContent()
    return told && !['未上传', '正在检查'].includes(told) ? told : undefined
  })
}

export async function upload(applicant: Applicant, order: string, flaws: Record<string, Flaw> = {}): Promise<void> {
  const { page, outside } = applicant
  await page.locator('input[id^=scan-]').first().waitFor({ state: 'attached' })
  const slots = await page.locator('input[id^=scan-]').evaluateAll((inputs) => inputs.map(({ id }) => id.slice(5)))
  for (const slot of slots) await bring(applicant, slot, await outside.paper(order, slot, flaws[slot]))
  for (const slot of slots) {
    const stands = await looked(page, slot)
    if (!flaws[slot]) assert.ok(['检查通过', '待人工核对'].includes(stands), `${slot}: ${stands}`)
  }
}

export async function submit({ page, hands }: Applicant): Promise<void> {
  await page.getByText('材料齐全').waitFor()
  await hands.press(page.getByRole('button', { name: '提交审核' }))
  await page.getByRole('heading', { name: /现在由.*办理/ }).waitFor()
}

export async function openPayment({ page, hands }: Applicant, channel: '微信' | '支付宝'): Promise<string> {
  await hands.press(page.getByRole('button', { name: `${channel}付款` }))
  await page.getByRole('img', { name: new RegExp(`${channel}付款码`) }).waitFor()
  const told = await page.getByText('付款单号').textContent()
  return told!.replace('付款单号', '').trim()
}

export async function pay(applicant: Applicant, channel: '微信' | '支付宝' = '微信'): Promise<void> {
  const attempt = await openPayment(applicant, channel)
  await applicant.outside.pay(attempt, channel === '微信' ? 'wechat' : 'alipay')
  await applicant.page.getByText('支付成功').first().waitFor()
}

export async function post({ page, hands }: Applicant, number: string): Promise<void> {
  await hands.write(page.getByLabel('快递单号'), number)
  await hands.press(page.getByRole('button', { name: '填好了，提交单号' }))
  await page.getByText(`已登记 SF ${number}`).waitFor()
}

export const stands = (page: Page, word: string) => page.locator('.words').getByText(word, { exact: true }).waitFor()

// With the letter, downloaded and, signed, brought back.
export async function askRefund({ page, hands, outside }: Applicant, order: string): Promise<void> {
  await hands.press(page.getByRole('button', { name: '申请退款', exact: true }))
  await hands.write(page.getByLabel('退款原因'), '项目选错')
  await hands.press(page.getByRole('button', { name: '提交退款申请', exact: true }))
  const download = page.getByRole('link', { name: '下载退款申请函' })
  await download.waitFor()
  const [letter] = await Promise.all([page.waitForEvent('download'), hands.press(download)])
  assert.ok(await letter.path())
  await hands.bring(page.locator('#refund_letter'), await outside.paper(order, 'licence'))
  await page.getByText('申请函已收到').waitFor()
}
