import assert from 'node:assert/strict'
import { within } from '../support/budgets'
import { inBrowsers } from '../support/chromium'
import * as applicant from './applicant'
import { demo, withoutProgram } from './demo'
import * as desk from './desk'
import { withKeyboard } from './hands'
import { onlyInLongRuns } from './runs'
import { applied, kWindow, somebody } from './somebody'
import { measured, type Speed } from './speed'
import * as staff from './staff'

// One order all the way in browsers: the applicant by the keyboard alone, the staff each at the own desk.

const kHousing = { project: 'housing_inside', operation: 'new', variant: 'standard' }

inBrowsers(
  'an order from registration to 已发放, the applicant by keyboard alone, the staff at their desks',
  async (open) => {
    const page = await open(kWindow)
    const hands = withKeyboard(page)
    const one = await somebody(page, 9501, hands)
    await applicant.register(one)
    const order = await applied(one, kHousing)
    const reviewer = await open(desk.kScreen)
    await desk.enterDesk(reviewer, one.demo, 'reviewer2')
    const pressed = await desk.reviewByKeys(reviewer, one.demo, order)
    assert.ok(pressed <= 6, `${pressed} presses for a clean order of five documents`)
    await applicant.pay(one)
    const number = 'SF1000000009501'
    await applicant.post(one, number)
    const maker = await open(desk.kScreen)
    await desk.enterDesk(maker, one.demo, 'maker2')
    await desk.takeParcel(maker, one.demo, order, number)
    await desk.make(maker, one.demo, one.outside, order)
    await staff.comesTo(one.demo, order, 'awaiting_courier')
    await desk.dispatch(maker, one.demo, order, 'SF2000000009501')
    await applicant.stands(page, '已发放')
    console.log(`the applicant pressed ${hands.pressed()} keys besides typing, the reviewer ${pressed}`)
  },
  { skip: withoutProgram, timeout: 1_200_000 },
)

inBrowsers(
  'an order with one document refused takes the reviewer nine presses at most',
  async (open) => {
    const page = await open(kWindow)
    const one = await somebody(page, 9502)
    await applicant.register(one)
    const order = await applicant.begin(one, kHousing)
    await applicant.fillForm(one, order)
    await applicant.upload(one, order, { licence: 'faded_seal' })
    await applicant.submit(one)
    const reviewer = await open(desk.kScreen)
    await (await staff.member(one.demo, 'reviewer')).lend(reviewer)
    const pressed = await desk.reviewByKeys(reviewer, one.demo, order, [1])
    assert.ok(pressed <= 9, `${pressed} presses with one document refused`)
    await applicant.stands(page, '资料审核失败')
    console.log(`the reviewer pressed ${pressed} keys`)
  },
  { skip: withoutProgram ?? onlyInLongRuns, timeout: 1_200_000 },
)

inBrowsers(
  'every entry is drawn soon and answers soon',
  async (open) => {
    const there = await demo()
    const told: Record<string, Speed> = {}
    told['/'] = await measured(await open(kWindow), `${there.site}/#/register`, async (page) => {
      await page.getByLabel('统一社会信用代码').pressSequentially('9136999906558094X3', { delay: 20 })
      await page.getByLabel('单位名称').pressSequentially('example (1)', { delay: 20 })
      await page.getByRole('button', { name: '注册', exact: true }).click()
      await page.getByRole('button', { name: 'English' }).click()
      await page.locator('a[href="#/sign-in"]').first().click()
    })
    told['/m/'] = await measured(await open({ width: 390, height: 800 }), `${there.site}/m/#/sign-in`, async (page) => {
      await page.locator('#credit_code').pressSequentially('9136999906558094X3', { delay: 20 })
      await page.locator('button.main').click()
    })
    const staffPage = await open(desk.kScreen)
    await (await staff.member(there, 'reviewer')).lend(staffPage)
    told['/desk/'] = await measured(staffPage, `${there.site}/desk/#/review`, async (page) => {
      for (const path of ['orders', 'precision', 'account', 'review']) {
        await page.locator(`nav a[href="#/${path}"], header a[href="#/${path}"]`).first().click()
        await page.waitForURL(({ hash }) => hash === `#/${path}`)
      }
      await page.keyboard.press('?')
    })
    console.log(JSON.stringify(told))
    for (const [entry, { drawn_ms, answered_ms }] of Object.entries(told)) {
      assert.ok(drawn_ms <= within(1500), `${entry} is drawn after ${drawn_ms} ms`)
      assert.ok(answered_ms <= within(100), `${entry} answers after ${answered_ms} ms`)
    }
  },
  { skip: withoutProgram },
)
