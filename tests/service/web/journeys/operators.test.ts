import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { inBrowsers, type Open } from '../support/chromium'
import * as applicant from './applicant'
import type { Applicant } from './applicant'
import { demo, withoutProgram } from './demo'
import * as desk from './desk'
import { onlyInLongRuns } from './runs'
import { applied, kWindow, somebody } from './somebody'
import * as staff from './staff'
import { until } from './until'

// What goes wrong after the review, at the desks of those who handle orders and of those who handle money, against the
// program itself.

const kLong = { skip: withoutProgram ?? onlyInLongRuns, timeout: 1_800_000 }
const kHousing = { project: 'housing_inside', operation: 'new', variant: 'standard' }
const kMain = { project: 'jiangxi_public_resources', operation: 'new', variant: 'main' } // a seal is made with it

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const isMyTurn = (one: Applicant) => one.page.getByRole('heading', { name: '轮到您办理' }).waitFor()

async function paid(one: Applicant, wanted = kHousing): Promise<string> {
  await applicant.register(one)
  const order = await applied(one, wanted)
  await staff.review(one.demo, order)
  await applicant.pay(one)
  return order
}

async function findFault(page: Page, fault: string): Promise<void> {
  const papers = page.locator('form.check fieldset')
  for (const paper of (await papers.all()).slice(1)) await paper.getByLabel('合格', { exact: true }).check()
  await papers.first().getByLabel('有问题').check()
  await papers.first().getByPlaceholder('问题在哪里，客户会看到').fill(fault)
  await press(page, '纸质资料有误')
  await page.locator('.status', { hasText: '原件有问题' }).waitFor()
}

inBrowsers(
  'paper that is not right: called in vain, called again, sent anew, and right',
  async (open) => {
    const one = await somebody(await open(kWindow), 9601)
    const order = await paid(one)
    await applicant.post(one, 'SF1000000009601')
    const operator = await desk.seated(open, one.demo, 'maker')
    await desk.receive(operator, one.demo, order, 'SF1000000009601')
    await findFault(operator, '申请表没有盖章')
    await one.page.getByText('申请表没有盖章').first().waitFor()
    await desk.logCall(operator, one.demo, order, false, '响铃一分钟')
    await operator.locator('.status', { hasText: '联系不上经办人' }).waitFor()
    await one.page.getByText('打过电话').first().waitFor()
    await desk.logCall(operator, one.demo, order, true, '已说明，今天重寄')
    await operator.locator('.status', { hasText: '原件有问题' }).waitFor()
    await one.page.getByText('联系过经办人').waitFor()
    await applicant.post(one, 'SF1000000009602')
    await desk.takeParcel(operator, one.demo, order, 'SF1000000009602')
    await operator.locator('.status', { hasText: '原件合格' }).waitFor()
    const { calls } = await (await staff.member(one.demo, 'maker')).get(`orders/${order}`)
    assert.deepEqual(
      calls.map(({ reached, note }: { reached: boolean; note: string }) => [reached, note]),
      [
        [false, '响铃一分钟'],
        [true, '已说明，今天重寄'],
      ],
    )
  },
  kLong,
)

inBrowsers(
  'fetched at the hall: chosen by the applicant, signed for at the desk, and the invoice has come',
  async (open) => {
    const one = await somebody(await open(kWindow), 9621)
    const order = await paid(one)
    await press(one.page, '改为自取')
    await one.page.getByText('到办证大厅自取').first().waitFor()
    await applicant.post(one, 'SF1000000009621')
    await staff.takeParcel(one.demo, order, 'SF1000000009621')
    await staff.checkPaper(one.demo, order)
    await staff.make(one.demo, one.outside, order, 'awaiting_collection')
    await one.page.getByText('请带有效证件到办证大厅领取并签名').waitFor()
    const operator = await desk.seated(open, one.demo, 'maker')
    await desk.openAt(operator, one.demo, 'dispatch', order)
    await press(operator, '自取签收')
    const form = operator.locator('.command form')
    await form.getByLabel('领取人').fill(one.who.agent)
    const { buffer, mimeType } = await one.outside.paper(order, 'licence')
    await form.locator('input[type=file]').setInputFiles({ name: 'signature.jpg', mimeType, buffer })
    await press(operator, '确认')
    await applicant.stands(one.page, '已发放')
    await one.page.getByText(`已由 ${one.who.agent} 领取`).waitFor()
    await one.outside.invoice()
    await one.page.getByText(/电子发票 .+ 已开具/).waitFor()
  },
  kLong,
)

async function confirmRefund(open: Open, one: Applicant, order: string): Promise<void> {
  const finance = await desk.seated(open, one.demo, 'finance')
  await desk.openAt(finance, one.demo, 'refunds', order)
  await finance.getByLabel('理由').fill('证书已收回')
  assert.equal(await finance.getByRole('button', { name: '同意退款' }).count(), 0) // after the making it takes two
  await press(finance, '请另一位同事确认')
  await finance.getByText('这是您提出的').waitFor()
  const second = await desk.seated(open, one.demo, 'maker2')
  await second.goto(`${one.demo.site}/desk/#/second-person`)
  await press(second, order)
  await second.getByText('证书已收回').first().waitFor()
  await second.getByLabel('我已逐行看过以上内容').check()
  await press(second, '确认')
  await second.getByText(/✓ .*已确认/).waitFor()
  await press(finance, '刷新')
  await finance.getByText(/✓ .*已确认/).waitFor()
  await press(finance, '同意退款')
  await press(finance, '确认')
}

inBrowsers(
  'seal impressions that are not good: sent anew and the seal made; then the fee goes back, agreed by two',
  async (open) => {
    const one = await somebody(await open(kWindow), 9611)
    const order = await paid(one, kMain)
    const number = 'SF1000000009611'
    await applicant.post(one, number)
    await staff.takeParcel(one.demo, order, number)
    await staff.checkPaper(one.demo, order)
    await staff.make(one.demo, one.outside, order)
    const operator = await desk.seated(open, one.demo, 'maker')
    await desk.openAt(operator, one.demo, 'dispatch', order)
    await press(operator, '签章资料有问题')
    await operator.locator('.command form').getByLabel('问题').fill('公章边框缺一段')
    await press(operator, '确认')
    await operator.locator('.status', { hasText: '补寄签章资料' }).waitFor()
    await desk.openAt(operator, one.demo, 'supplements', order)
    await operator.getByText('还没有联系上').waitFor()
    await desk.logCall(operator, one.demo, order, true, '明天补寄')
    await one.page.getByText('公章边框缺一段').first().waitFor()
    await isMyTurn(one)
    await applicant.post(one, 'SF1000000009612')
    await one.page.getByText('补寄的签章资料在路上').waitFor()
    assert.equal(await one.page.getByRole('heading', { name: '轮到您办理' }).count(), 0)
    await desk.receive(operator, one.demo, order, 'SF1000000009612')
    await desk.openAt(operator, one.demo, 'supplements', order)
    await press(operator, '印章已重做')
    await operator.locator('.status', { hasText: '等待快递取件' }).waitFor()
    await desk.dispatch(operator, one.demo, order, 'SF2000000009611')
    await applicant.stands(one.page, '已发放')
    await applicant.askRefund(one, order)
    await confirmRefund(open, one, order)
    await one.page.getByText('已退回').first().waitFor()
  },
  kLong,
)

inBrowsers(
  'the bills of the week are held against our books, and the day’s work of finance is there to see',
  async (open) => {
    const there = await demo()
    const books = await staff.member(there, 'finance')
    await until('the bills of a week', async () => (await books.get('reconciliation')).items.length >= 14 || undefined)
    const finance = await desk.seated(open, there, 'finance')
    await finance.goto(`${there.site}/desk/#/reconciliation`)
    const rows = finance.locator('tbody tr')
    await rows.first().waitFor()
    const told = await rows.allTextContents()
    for (const channel of ['微信支付', '支付宝'])
      assert.equal(told.filter((row) => row.includes(channel) && row.includes('一致')).length, 7, channel)
    await finance.getByRole('link', { name: '发票' }).click()
    await finance.getByRole('heading', { name: '发票' }).waitFor()
  },
  kLong,
)
