import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inBrowsers } from '../support/chromium'
import { demo, kPassword, withoutProgram, type Demo } from './demo'
import * as desk from './desk'
import { onlyInLongRuns } from './runs'

// Those who handle no order: administrator, authors of rules, auditor, hall, at their desks against the program itself.

const kLong = { skip: withoutProgram ?? onlyInLongRuns, timeout: 1_800_000 }
const kFile = 'projects/yingtan_sunshine.yaml'
const kScan = join(__WEB__, '../../samples/shipped/business_licence/refused_seal_not_red.jpg')
const kDrawing_ms = 900_000 // dozens of samples are drawn and looked at

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const openPage = (page: Page, there: Demo, path: string) => page.goto(`${there.site}/desk/#/${path}`)
const openPart = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

async function hire(admin: Page, there: Demo, login: string, name: string, role: string): Promise<void> {
  await openPage(admin, there, 'staff')
  await press(admin, '增加人员')
  await admin.getByLabel('登录名').fill(login)
  await admin.getByLabel('姓名').fill(name)
  await admin.getByLabel('初始密码').fill(kPassword)
  await admin.getByRole('group', { name: '角色' }).getByLabel(role).check()
  await admin.locator('form').getByRole('button', { name: '增加人员' }).click()
  await admin.getByRole('row', { name: new RegExp(login) }).waitFor()
}

// A fee of the draft is another; gives the address of its bench.
async function changeFee(author: Page, there: Demo): Promise<string> {
  await openPage(author, there, 'rules')
  await author.getByLabel('名称').fill('主锁收费调整')
  await press(author, '新建草稿')
  await author.waitForURL(/rules\/drafts\//)
  await author.getByRole('button', { name: new RegExp(`^${kFile}`) }).click()
  const told = await author.request.get(`${there.site}/api/v1/rules/files?path=${kFile}`)
  const text = (await told.text()).replace('fee: 22000, seal: true', 'fee: 24000, seal: true')
  await author.locator('.cm-content').click()
  await author.keyboard.press('Control+A')
  await author.locator('.cm-content').evaluate((editor, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
  await author.getByText('没有错误').waitFor()
  await press(author, '保存')
  await author.getByText('个文件未保存').waitFor({ state: 'detached' })
  return /#\/([^?]+)/.exec(author.url())![1]!
}

async function tryOut(author: Page): Promise<void> {
  await openPart(author, '用例')
  await press(author, '试 yingtan_sunshine 的用例')
  await author.getByText(/^符合 \d+，不符 0，出错 0/).waitFor({ timeout: kDrawing_ms })
  await press(author, /复印件的章太淡，转人工/)
  await author
    .getByRole('group', { name: /复印件的章太淡/ })
    .locator('polygon')
    .first()
    .waitFor()
  await openPart(author, '试一份')
  await author.getByLabel('资料', { exact: true }).fill('licence')
  await author.getByLabel('扫描件', { exact: true }).setInputFiles(kScan)
  await press(author, '检测')
  await author.getByRole('group', { name: 'refused_seal_not_red.jpg' }).locator('polygon').first().waitFor()
  await openPart(author, '含义差异')
  await author.getByText('240 元').waitFor()
  await openPart(author, '重新判定')
  await author.getByRole('button', { name: '重新判定' }).click()
  await author.getByText(/^\d+ 份：/).waitFor()
}

inBrowsers(
  'rules go from a draft to live by two authors and back, hired by the administrator, read by the auditor',
  async (open) => {
    const there = await demo()
    const admin = await open(desk.kScreen)
    await desk.enterDesk(admin, there, 'admin')
    await hire(admin, there, 'author2', '规则员乙', '规则')
    const author = await open(desk.kScreen)
    await desk.enterDesk(author, there, 'author')
    const bench = await changeFee(author, there)
    await tryOut(author)
    await openPart(author, '发布')
    await press(author, '开始试运行')
    await author.getByLabel('理由').fill('按新的收费标准')
    await press(author, '请第二人确认发布')
    await author.getByText('这是您提出的').waitFor()
    const second = await open(desk.kScreen)
    await desk.enterDesk(second, there, 'author2')
    await openPage(second, there, `${bench}?part=publish`)
    await second.getByLabel('我已逐行看过以上内容').check()
    await press(second, '确认发布')
    await second.getByText(/已生效/).waitFor()
    await openPage(author, there, 'rules')
    const rows = author.locator('table').last().locator('tbody tr')
    await author.getByText('按新的收费标准').waitFor()
    const before = await rows.count()
    await author.getByRole('button', { name: '退回这一版' }).first().click()
    await author.getByPlaceholder('原因').fill('标准推迟')
    await press(author, '确认')
    await rows.getByText('标准推迟').waitFor()
    assert.equal(await rows.count(), before + 1)
    const auditor = await open(desk.kScreen)
    await desk.enterDesk(auditor, there, 'auditor')
    await openPage(auditor, there, 'ledger')
    await press(auditor, '从头验证')
    await auditor.getByText('台账完整').waitFor()
    await openPage(auditor, there, 'views')
    await auditor.getByText('没有查看记录。').waitFor()
  },
  kLong,
)

inBrowsers(
  'keys the hall has issued are brought in from its list, and what cannot be read is told by its row',
  async (open) => {
    const there = await demo()
    const maker = await open(desk.kScreen)
    await desk.enterDesk(maker, there, 'maker')
    await openPage(maker, there, 'hall')
    const lines = [
      'credit_code,project,serial,key_id,main_key,valid_until',
      '91369999128467558J,yingtan_sunshine,4F00AA01,KEY-HALL-1,yes,2027-11-22',
    ]
    const bring = async (rows: string[]) => {
      const buffer = Buffer.from(rows.join('\n'))
      await maker.locator('input[type=file]').setInputFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer })
      await press(maker, '导入')
    }
    await bring([...lines, 'NOT A CODE,yingtan_sunshine,4F00AA02,KEY-HALL-2,yes,2027-11-22'])
    await maker.getByText('3/credit_code').waitFor() // with a mistake nothing of it is read
    await bring(lines)
    await maker.getByText('新增 1 条，已有 0 条，没有导入的 0 条').waitFor()
    await bring(lines)
    await maker.getByText('新增 0 条，已有 1 条，没有导入的 0 条').waitFor()
  },
  kLong,
)
