import assert from 'node:assert/strict'
import { inBrowsers } from '../support/chromium'
import * as applicant from './applicant'
import type { Applicant } from './applicant'
import { withoutProgram } from './demo'
import { onlyInLongRuns } from './runs'
import { applied, kWindow, somebody } from './somebody'
import * as staff from './staff'

// What goes wrong on the way, and how it is put right, against the program itself.

const kLong = { skip: withoutProgram ?? onlyInLongRuns, timeout: 1_800_000 }
const kSub = { project: 'jiangxi_public_resources', operation: 'new', variant: 'sub' }
const kHousing = { project: 'housing_inside', operation: 'new', variant: 'standard' }
const kOutside = { project: 'housing_outside', operation: 'new', variant: 'standard' }

const recovery = (name: string, seed: number, walk: (one: Applicant) => Promise<void>) =>
  inBrowsers(name, async (open) => walk(await somebody(await open(kWindow), seed)), kLong)

const press = (one: Applicant, name: string) => one.hands.press(one.page.getByRole('button', { name, exact: true }))
const openOrder = (one: Applicant, order: string) => one.page.goto(`${one.demo.site}/#/orders/${order}`)
const begun = async (one: Applicant, wanted = kHousing) => {
  const order = await applicant.begin(one, wanted)
  await applicant.fillForm(one, order)
  await applicant.verify(one, order)
  return order
}

recovery('a code that was wrong: registered anew, the old account and its order are void', 9401, async (one) => {
  const { credit_code } = await one.outside.person(9402) // a slip of the pen that is somebody's code, too
  await applicant.register(one, { credit_code })
  const order = await begun(one)
  await one.page.goto(`${one.demo.site}/#/orders/${order}/mend`)
  await one.hands.press(one.page.getByLabel('统一社会信用代码错了'))
  await press(one, '作废并用正确的代码注册')
  await one.page.getByText(`将替换用错误代码 ${credit_code} 注册的账户`).waitFor()
  await applicant.fillRegistration(one)
  await one.page.locator('header').getByText(one.who.credit_code).waitFor()
  const known = await (await staff.member(one.demo, 'maker')).get(`organisations/${credit_code}`)
  assert.equal(known.state, 'superseded')
  assert.equal(await staff.stageOf(one.demo, order), 'void')
})

recovery(
  'a name that was wrong: put right by two of the staff, seen at the top right, applied for anew',
  9411,
  async (one) => {
    const wrong = one.who.name.replace('公司', '分公司')
    await applicant.register(one, { name: wrong })
    const order = await begun(one)
    await one.page.goto(`${one.demo.site}/#/orders/${order}/mend`)
    await one.hands.press(one.page.getByLabel('单位名称错了'))
    await one.page.getByText('单位名称只能由工作人员更正').waitFor()
    const [maker, second] = [await staff.member(one.demo, 'maker'), await staff.member(one.demo, 'maker2')]
    const evidence = await one.outside.paper(order, 'licence')
    const { sha256 } = await maker.ask('POST', 'evidence', evidence.buffer, evidence.mimeType)
    const renames = `organisations/${one.who.credit_code}/renames`
    await maker.post(renames, { wrong, right: one.who.name, reason: '登记时多写了字', evidence: sha256 })
    const { digest } = await second.get(`${renames}/subject`)
    await second.post(`${renames}/confirmation`, { digest })
    await one.page.goto(`${one.demo.site}/#/`)
    await one.page.reload()
    await one.page.getByText('单位名称刚刚更正过').waitFor()
    await press(one, '名称正确')
    await one.page.locator('header').getByText(one.who.name, { exact: true }).waitFor()
    assert.equal(await staff.stageOf(one.demo, order), 'void')
    const anew = await begun(one)
    await applicant.upload(one, anew)
    await applicant.submit(one)
  },
)

recovery(
  'a project that was wrong, after it was paid: applied for in the right one, the fee goes back',
  9421,
  async (one) => {
    await applicant.register(one)
    const order = await applied(one, kOutside)
    await staff.review(one.demo, order)
    await applicant.pay(one)
    const old = await one.outside.paper(order, 'application_form')
    await one.page.goto(`${one.demo.site}/#/orders/${order}/mend`)
    await one.hands.press(one.page.getByLabel('证书项目选错了'))
    await one.hands.press(one.page.locator(`input[name=project][value=${kHousing.project}]`))
    await press(one, '在这个项目下重新申请')
    const anew = await applicant.chooseAndBegin(one, kHousing)
    await applicant.fillForm(one, anew)
    await applicant.bring(one, 'application_form', old)
    assert.ok(['必须更换', '表格已失效'].includes(await applicant.looked(one.page, 'application_form')))
    await openOrder(one, order)
    await one.page.getByText('订单已作废').first().waitFor()
    await refunded(one, order)
  },
)

async function refunded(one: Applicant, order: string): Promise<void> {
  await applicant.askRefund(one, order)
  await (await staff.member(one.demo, 'finance')).say(order, 'refund-approval')
  await one.page.getByText('已退回').first().waitFor()
}

recovery('a refund before the certificate is made', 9431, async (one) => {
  await applicant.register(one)
  const order = await applied(one, kHousing)
  await staff.review(one.demo, order)
  await applicant.pay(one, '支付宝')
  await refunded(one, order)
})

recovery('a form that was printed before the data changed is refused, and says why', 9441, async (one) => {
  await applicant.register(one)
  const order = await begun(one)
  const stale = await one.outside.paper(order, 'application_form')
  await one.hands.press(one.page.locator(`a[href="#/orders/${order}/form"]`).first())
  await one.hands.write(one.page.locator('#agent_mobile'), '19900000008')
  await press(one, '保存')
  await one.page.getByText('现在是第 2 版表格').waitFor()
  await applicant.bring(one, 'application_form', stale)
  assert.equal(await applicant.looked(one.page, 'application_form'), '表格已失效')
  await applicant
    .card(one.page, 'application_form')
    .getByText(/重新下载|旧|第 1 版|失效/)
    .first()
    .waitFor()
  await applicant.upload(one, order)
  await applicant.submit(one)
})

recovery('rejected: the reasons are read, the one scan replaced, and it passes', 9451, async (one) => {
  await applicant.register(one)
  const order = await begun(one)
  await applicant.upload(one, order, { licence: 'faded_seal' })
  await applicant.submit(one)
  const why = '公章印迹太淡，请重新盖章扫描'
  await staff.review(one.demo, order, { licence: why })
  await applicant.stands(one.page, '资料审核失败')
  const card = applicant.card(one.page, 'licence')
  await card.getByText(why).waitFor()
  assert.equal(await one.page.locator('#scan-id_card').count(), 0) // what was accepted stays
  await applicant.bring(one, 'licence', await one.outside.paper(order, 'licence', 'faded_seal'))
  await card.getByText('和退回的是同一个文件').waitFor()
  await applicant.bring(one, 'licence', await one.outside.paper(order, 'licence'))
  await applicant.submit(one)
  await staff.review(one.demo, order)
  await applicant.stands(one.page, '资料审核通过')
})

recovery('paid twice: the second payment goes back by itself', 9461, async (one) => {
  await applicant.register(one)
  const order = await applied(one, kSub)
  await staff.review(one.demo, order)
  const first = await applicant.openPayment(one, '微信')
  await one.outside.slowly(8000)
  await one.outside.pay(first, 'wechat')
  // The same page in another window, before anybody has heard of the first.
  const second: string = await one.page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/orders/${id}/payments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ channel: 'alipay' }),
    })
    return ((await answer.json()) as { attempt: string }).attempt
  }, order)
  await one.outside.pay(second, 'alipay')
  await applicant.stands(one.page, '正在受理')
  await one.page.getByText('已退回').first().waitFor()
  await one.outside.slowly(0)
  await applicant.post(one, 'SF1000000009461')
})
