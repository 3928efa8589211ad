import type { Page } from 'playwright-core'
import * as applicant from './applicant'
import type { Applicant, Certificate, Wanted } from './applicant'
import { demo } from './demo'
import { withFinger, withMouse, type Hands } from './hands'
import { outside } from './outside'
import * as staff from './staff'

// Whole stretches of a journey, for tests that are about something else.

export const kWindow = { width: 1100, height: 900 }
export const kPhone = { width: 360, height: 740, touch: true }

// Of an organisation nobody has heard of; the same for the same seed.
export async function somebody(page: Page, seed: number, hands: Hands = withMouse): Promise<Applicant> {
  const there = await demo()
  const away = outside(there)
  return { page, hands, who: await away.person(seed), entry: '/', demo: there, outside: away }
}

export const onThePhone = async (page: Page, seed: number): Promise<Applicant> => ({
  ...(await somebody(page, seed, withFinger(page))),
  entry: '/m/',
})

// The staff's part, and what the applicant does between.
export async function handled(one: Applicant, order: string, wanted: Wanted): Promise<void> {
  await staff.review(one.demo, order)
  await applicant.pay(one, one.who.seed % 2 === 0 ? '微信' : '支付宝')
  const number = `SF1${String(one.who.seed).padStart(12, '0')}`
  await applicant.post(one, number)
  await staff.takeParcel(one.demo, order, number)
  await staff.checkPaper(one.demo, order)
  if (wanted.operation === 'reissue') await staff.agreeOnRevoking(one.demo, order)
  await staff.make(one.demo, one.outside, order)
  await staff.dispatch(one.demo, order, number.replace('SF1', 'SF2'))
  await applicant.stands(one.page, '已发放')
}

export async function applied(one: Applicant, wanted: Wanted, certificate?: Certificate): Promise<string> {
  const order = await applicant.begin(one, wanted, certificate)
  await applicant.fillForm(one, order)
  await applicant.verify(one, order)
  await applicant.upload(one, order)
  await applicant.submit(one)
  return order
}
