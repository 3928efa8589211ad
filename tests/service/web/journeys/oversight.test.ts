import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { inBrowsers, type Open } from '../support/chromium'
import * as applicant from './applicant'
import type { Applicant } from './applicant'
import { withoutProgram } from './demo'
import * as desk from './desk'
import { onlyInLongRuns } from './runs'
import { seen } from './seen'
import { kWindow, somebody } from './somebody'
import * as staff from './staff'

// What an order leaves behind, at the desks that look back at it: lists, figures, and what was recorded of whom, against
// the program itself. It is the only order there is, so that every figure is known.

const kLong = { skip: withoutProgram ?? onlyInLongRuns, timeout: 1_800_000 }
const kHousing = { project: 'housing_inside', operation: 'new', variant: 'standard' }
const kReading = { width: 360, height: 740 }

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function openPage(page: Page, one: Applicant, path: string): Promise<void> {
  await page.goto(`${one.demo.site}/desk/#/${path}`)
  await page.locator('main h1').waitFor()
}

const rowsOf = async (page: Page): Promise<string[][]> => {
  await page.locator('tbody tr').first().waitFor()
  const rows = await page.locator('tbody tr').all()
  return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()))
}

// Refused for a faint seal at the desk, brought again, passed and made; nobody has asked for an invoice.
async function made(open: Open, one: Applicant): Promise<{ order: string; reviewer: Page }> {
  const order = await applicant.begin(one, kHousing)
  await applicant.fillForm(one, order, true, '')
  await applicant.upload(one, order, { licence: 'faded_seal' })
  await applicant.submit(one)
  const reviewer = await desk.seated(open, one.demo, 'reviewer')
  await desk.reviewByKeys(reviewer, one.demo, order, [1])
  await applicant.stands(one.page, '资料审核失败')
  await applicant.bring(one, 'licence', await one.outside.paper(order, 'licence'))
  await applicant.submit(one)
  await staff.review(one.demo, order)
  await applicant.pay(one)
  await applicant.post(one, 'SF1000000009801')
  await staff.takeParcel(one.demo, order, 'SF1000000009801')
  await staff.checkPaper(one.demo, order)
  await staff.make(one.demo, one.outside, order)
  return { order, reviewer }
}

// What came of the rule that found the faint seal.
async function readPrecision(reviewer: Page, one: Applicant): Promise<void> {
  await openPage(reviewer, one, 'precision')
  const upheld = (await rowsOf(reviewer)).filter(([, , count]) => count === '1')
  assert.equal(upheld.length, 1)
  const [rule, code, , overturned, , share] = upheld[0]!
  assert.deepEqual([overturned, share], ['0', '100%'])
  assert.ok(rule !== '—', 'no rule is named')
  await reviewer.getByLabel('规则或代码').fill(code!)
  assert.ok((await rowsOf(reviewer)).every((row) => row[1] === code))
  await seen(reviewer, 'desk_precision')
}

async function invoice(operator: Page, one: Applicant, order: string): Promise<void> {
  await openPage(operator, one, 'invoices')
  await press(operator, order)
  await press(operator, '填写发票信息')
  const form = operator.locator('.command form')
  await form.getByLabel('发票抬头').fill(one.who.name)
  await form.getByLabel('电子邮箱').fill('invoices@example.com')
  await press(operator, '确认')
  const told = operator.locator('article.sheet dd', { hasText: 'invoices@example.com' })
  await told.filter({ hasText: '未开具' }).waitFor()
  await one.outside.invoice()
  await one.page.getByText(/电子发票 .+ 已开具/).waitFor()
  await press(operator, '刷新')
  await told.filter({ hasNotText: '未开具' }).waitFor()
  await seen(operator, 'desk_invoices')
}

// A promise that still holds is not on the list of those broken.
async function isNotOverdue(operator: Page, one: Applicant, order: string): Promise<void> {
  const { waiting } = await (await staff.member(one.demo, 'maker')).get(`orders/${order}`)
  assert.ok(Date.parse(waiting.until) > Date.now())
  await openPage(operator, one, 'overdue')
  await operator.getByText('没有超期的订单。').waitFor()
}

async function readStatistics(page: Page, one: Applicant): Promise<void> {
  await openPage(page, one, 'statistics')
  await page.getByLabel('时间').selectOption('7')
  const canvases = page.locator('.chart canvas')
  await canvases.nth(2).waitFor()
  for (const canvas of await canvases.all()) {
    const isDrawn = await canvas.evaluate((one) => {
      const { width, height } = one as HTMLCanvasElement
      const paint = (one as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
      return new Set(new Uint32Array(paint.data.buffer)).size > 10
    })
    assert.ok(isDrawn, 'a chart is blank')
  }
  await page.getByText('看数字').click()
  const days = await rowsOf(page)
  assert.equal(days.length, 7)
  const sums = [1, 2, 3, 4, 5, 6].map((at) => days.reduce((sum, day) => sum + Number(day[at]), 0))
  assert.deepEqual(sums, [1, 2, 1, 1, 1, 1]) // begun, submitted, approved, rejected, paid, made
  await seen(page, 'desk_statistics')
}

// Who opened the identity card, and why he could.
async function readViews(page: Page, one: Applicant, order: string): Promise<void> {
  await openPage(page, one, 'views')
  await page.getByLabel('订单').fill(order)
  await page.getByLabel('查看人').selectOption({ label: '审核员甲' })
  await press(page, '查找')
  const rows = await rowsOf(page)
  assert.ok(rows.every(([, viewer, of, , why]) => viewer === '审核员甲' && of === order && why === '审核'))
  const papers = rows.map(([, , , paper]) => paper!)
  assert.ok(papers.includes('经办人身份证 · 第 1 版'))
  await page.getByLabel('查看人').selectOption({ label: '审核员乙' })
  await press(page, '查找')
  await page.getByText('没有查看记录。').waitFor()
  await seen(page, 'desk_views')
}

async function readLedger(page: Page, one: Applicant, order: string): Promise<void> {
  await openPage(page, one, `ledger?order=${order}`)
  const rows = await rowsOf(page)
  const others = rows.filter(([, , stream]) => !stream!.includes(order))
  assert.deepEqual(others, [])
  assert.deepEqual(await page.locator('.where.mono').allInnerTexts(), [], 'changes that are told as pointers')
  await page.locator('.change').filter({ hasText: '未决定 → 通过' }).first().waitFor()
  await press(page, '从头验证')
  await page.getByText('台账完整').waitFor()
  const [, entries] = /验证了 (\d+) 条/.exec(await page.locator('.verified').innerText())!
  assert.ok(Number(entries) > rows.length)
  await seen(page, 'desk_ledger_1440_zh')
  await page.setViewportSize(kReading)
  const frame = page.locator('.list-frame')
  assert.ok(await frame.evaluate((one) => one.scrollWidth <= one.clientWidth), 'changes stand beside the telephone')
  await seen(page, 'desk_ledger_360_zh')
  await page.setViewportSize(desk.kScreen)
  await press(page, 'English')
  await seen(page, 'desk_ledger_1440_en')
  await press(page, '中文')
}

async function readHealth(page: Page, one: Applicant): Promise<void> {
  await openPage(page, one, 'health')
  const parts = new Map((await rowsOf(page)).map(([part, state, told]) => [part, [state, told]]))
  assert.deepEqual([...parts.keys()], ['服务与数据库', '规则', '未完成的外部任务', '台账'])
  for (const [part, [state]] of parts) assert.equal(state, '✓ 正常', part)
  assert.deepEqual(parts.get('台账'), ['✓ 正常', '完整'])
  await seen(page, 'desk_health')
}

inBrowsers(
  'what an order leaves behind is there at the desks that look back at it',
  async (open) => {
    const one = await somebody(await open(kWindow), 9801)
    await applicant.register(one)
    const { order, reviewer } = await made(open, one)
    await readPrecision(reviewer, one)
    const operator = await desk.seated(open, one.demo, 'maker')
    await invoice(operator, one, order)
    await isNotOverdue(operator, one, order)
    const auditor = await desk.seated(open, one.demo, 'auditor')
    await readStatistics(auditor, one)
    await readViews(auditor, one, order)
    await readLedger(auditor, one, order)
    await readHealth(auditor, one)
  },
  kLong,
)
