import assert from 'node:assert/strict'
import { inBrowsers, type Open } from '../support/chromium'
import * as applicant from './applicant'
import type { Applicant } from './applicant'
import { kPassword, withoutProgram } from './demo'
import { withMouse } from './hands'
import { onlyInLongRuns } from './runs'
import { seen } from './seen'
import { kPhone, kWindow, onThePhone } from './somebody'
import * as staff from './staff'

// The pages in the telephone's frame, by touch alone, against the program itself: an order as far as a telephone brings it.

const kLong = { skip: withoutProgram ?? onlyInLongRuns, timeout: 1_800_000 }
const kMain = { project: 'yingtan_sunshine', operation: 'new', variant: 'main' }

const openPlace = ({ page, hands }: Applicant, name: string) =>
  hands.press(page.locator('nav').getByRole('link', { name, exact: true }))

// Whoever verifies at this very telephone leaves the page for the partner's, and comes back to it.
async function verifyHere({ page, hands, demo, outside }: Applicant, order: string): Promise<void> {
  await page.getByRole('img', { name: /法人核验二维码/ }).waitFor()
  assert.equal(await page.locator('input[id^=scan-]').count(), 0) // only whoever is verified brings scans
  await page.route('https://verify.example.com/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>刷脸</h1>' }),
  )
  await hands.press(page.getByRole('link', { name: '就在这台设备上核验' }))
  await page.getByRole('heading', { name: '刷脸' }).waitFor()
  assert.ok(!page.url().startsWith(demo.site))
  await outside.verify(order)
  await page.goBack()
  await page.getByText('认证成功').first().waitFor()
}

// A faint seal is framed on the picture: a finger finds what is said of it.
async function findFault(one: Applicant, order: string): Promise<void> {
  const { page, hands, outside } = one
  await applicant.bring(one, 'licence', await outside.paper(order, 'licence', 'faded_seal'))
  assert.equal(await applicant.looked(page, 'licence'), '待人工核对')
  const card = applicant.card(page, 'licence')
  await hands.press(card.locator('.mark').first())
  await card.locator('li.pointed').getByText('怎么改：').waitFor()
  await seen(page, 'phone_referred')
}

// A form without the seal keeps the order from being submitted.
async function isKeptBack(one: Applicant, order: string): Promise<void> {
  const { page, hands, outside } = one
  await applicant.bring(one, 'application_form', await outside.paper(order, 'application_form', 'no_seal'))
  assert.equal(await applicant.looked(page, 'application_form'), '必须更换')
  const card = applicant.card(page, 'application_form')
  await card.getByText('怎么改：').first().waitFor()
  await hands.press(card.getByRole('button', { name: '放大' }))
  await seen(page, 'phone_blocked')
  await hands.press(card.getByRole('button', { name: '缩小' }))
  assert.ok(await page.getByRole('button', { name: '提交审核' }).isDisabled())
}

async function draft(one: Applicant): Promise<string> {
  const order = await applicant.begin(one, kMain)
  await applicant.fillForm(one, order)
  await seen(one.page, 'phone_verification')
  await verifyHere(one, order)
  await findFault(one, order)
  await isKeptBack(one, order)
  await applicant.upload(one, order)
  await seen(one.page, 'phone_complete')
  await applicant.submit(one)
  return order
}

async function signInAgain({ page, hands, who }: Applicant): Promise<void> {
  await hands.press(page.getByRole('button', { name: '退出' }))
  await hands.write(page.getByLabel('统一社会信用代码'), who.credit_code)
  await hands.write(page.getByLabel('密码'), kPassword)
  await hands.press(page.getByRole('button', { name: '登录', exact: true }))
  await page.locator('header').getByText(who.name).waitFor()
}

// What stands at the thumb, each with what has happened in it.
async function lookAbout(one: Applicant, order: string): Promise<void> {
  for (const [place, name] of [
    ['申请证书', 'apply'],
    ['单位账户', 'account'],
    ['常见问题', 'help'],
    ['我的订单', 'orders'],
  ] as const) {
    await openPlace(one, place)
    await one.page.locator('main h1', { hasText: place === '申请证书' ? /./ : place }).waitFor()
    await seen(one.page, `phone_${name}`)
  }
  await one.hands.press(one.page.locator(`a[href="#/orders/${order}"]`))
  await one.page.locator('main h1').waitFor()
}

// A renewal is begun where a key can be put in; the phone says so, pays for it, and says so again.
async function renewal(open: Open, one: Applicant): Promise<void> {
  const { page, hands, outside, demo } = one
  const held = await applicant.newestOf(one)
  const wanted = { project: kMain.project, operation: 'renew', variant: 'organisation' }
  await openPlace(one, '申请证书')
  await hands.press(page.locator(`a[href^="#/apply/${wanted.project}"]`))
  await hands.press(page.locator('input[name=operation][value=renew]'))
  await page.getByText('请在电脑上登录后申请').waitFor()
  assert.equal(await page.getByRole('button', { name: '建立订单' }).count(), 0)
  await seen(page, 'phone_renew')
  const desktop: Applicant = { ...one, page: await open(kWindow), hands: withMouse, entry: '/' }
  await desktop.page.context().addCookies(await page.context().cookies())
  await applicant.atThisComputer(desktop)
  await outside.insertKey(held.key_id)
  await desktop.page.goto(`${demo.site}/#/apply`)
  const order = await applicant.begin(desktop, wanted, held)
  await openPlace(one, '我的订单')
  await hands.press(page.locator(`a[href="#/orders/${order}"]`))
  await applicant.pay(one, '支付宝')
  await page.getByText('请在电脑上打开这个订单').waitFor()
  assert.equal(await page.getByRole('button', { name: '检查插入的证书' }).count(), 0)
  await seen(page, 'phone_renewal')
  await outside.pullKey(held.key_id)
}

inBrowsers(
  'an order on the phone, by touch alone: verified at the same telephone, a scan mended, paid, 已发放, renewed as far as the key',
  async (open) => {
    const one = await onThePhone(await open(kPhone), 9701)
    const { page, demo } = one
    await applicant.register(one)
    const order = await draft(one)
    await staff.review(demo, order)
    await applicant.stands(page, '资料审核通过')
    await applicant.openPayment(one, '微信')
    await page.getByText('这部手机扫不了自己屏幕上的码').waitFor()
    await seen(page, 'phone_payment')
    await page.reload() // the code is the same, and nothing is paid twice
    const attempt = (await page.getByText('付款单号').textContent())!.replace('付款单号', '').trim()
    await one.outside.pay(attempt, 'wechat')
    await page.getByText('支付成功').first().waitFor()
    await signInAgain(one)
    await lookAbout(one, order)
    await applicant.post(one, 'SF1000000009701')
    await seen(page, 'phone_posted')
    await staff.takeParcel(demo, order, 'SF1000000009701')
    await staff.checkPaper(demo, order)
    await staff.make(demo, one.outside, order)
    await staff.dispatch(demo, order, 'SF2000000009701')
    await applicant.stands(page, '已发放')
    await seen(page, 'phone_issued')
    await renewal(open, one)
  },
  kLong,
)
