import assert from 'node:assert/strict'
import { inBrowsers } from '../support/chromium'
import * as applicant from './applicant'
import type { Certificate, Wanted } from './applicant'
import { withoutProgram, type Demo } from './demo'
import { applied, handled, kWindow, somebody } from './somebody'
import { onlyInLongRuns } from './runs'
import * as staff from './staff'

// Every published project and operation, from the registration of an account to 已发放, against the program itself.

const kLong = { skip: withoutProgram ?? onlyInLongRuns, timeout: 1_800_000 }

const kNew: Wanted[] = [
  { project: 'housing_inside', operation: 'new', variant: 'standard' },
  { project: 'housing_outside', operation: 'new', variant: 'standard' },
  { project: 'jiangxi_public_resources', operation: 'new', variant: 'main' },
  { project: 'jiangxi_public_resources', operation: 'new', variant: 'sub' },
  { project: 'yingtan_sunshine', operation: 'new', variant: 'main' },
  { project: 'yingtan_sunshine', operation: 'new', variant: 'sub' },
]

for (const [at, wanted] of kNew.entries()) {
  inBrowsers(
    `${wanted.project}, ${wanted.operation}, ${wanted.variant}: from registration to 已发放`,
    async (open) => {
      const one = await somebody(await open(kWindow), 9101 + at)
      await applicant.register(one)
      await handled(one, await applied(one, wanted), wanted)
    },
    kLong,
  )
}

// A certificate the hall has issued, from its list.
async function fromTheHall(there: Demo, credit_code: string): Promise<Certificate> {
  const serial = `4F00${credit_code.slice(-6)}`
  const row = [credit_code, 'jiangxi_construction_group', serial, `KEY-${serial}`, 'yes', '2027-12-31'].join(',')
  const csv = `credit_code,project,serial,key_id,main_key,valid_until\n${row}\n`
  const told = await (await staff.member(there, 'maker')).ask('POST', 'hall-keys', csv, 'text/csv')
  assert.equal(told.fresh, 1)
  return { serial, key_id: `KEY-${serial}` }
}

for (const [at, variant] of ['with_seal', 'without_seal'].entries()) {
  const wanted = { project: 'jiangxi_construction_group', operation: 'reissue', variant }
  inBrowsers(
    `${wanted.project}, reissue, ${variant}: the certificate typed is the one revoked`,
    async (open) => {
      const one = await somebody(await open(kWindow), 9201 + at)
      await applicant.register(one)
      const lost = await fromTheHall(one.demo, one.who.credit_code)
      const order = await applied(one, wanted, lost)
      await handled(one, order, wanted)
      // The hall's authority is not ours: that it has to revoke stands on the list of what a person must do.
      const undone = await (await staff.member(one.demo, 'maker')).get('jobs/dead')
      assert.ok(JSON.stringify(undone.items).includes(order), 'nobody is told to revoke')
    },
    kLong,
  )
}

for (const [at, variant] of ['organisation', 'individual'].entries()) {
  inBrowsers(
    `yingtan_sunshine, renew, ${variant}: paid, and written onto the key it was paid for`,
    async (open) => {
      const one = await somebody(await open(kWindow), 9301 + at)
      const { page } = one
      await applicant.atThisComputer(one)
      await applicant.register(one)
      const first = { project: 'yingtan_sunshine', operation: 'new', variant: 'main' }
      await handled(one, await applied(one, first), first)
      const held = await applicant.newestOf(one)
      await one.outside.insertKey(held.key_id)
      const order = await applicant.begin(one, { project: 'yingtan_sunshine', operation: 'renew', variant }, held)
      if (await page.locator(`a[href="#/orders/${order}/form"]`).count()) await applicant.fillForm(one, order, false)
      await applicant.pay(one)
      await page.getByRole('button', { name: '检查插入的证书' }).click()
      await page.getByText('就是要更新的证书').waitFor()
      await page.getByLabel('证书 PIN 码').fill('000000')
      await page.getByRole('button', { name: '下载证书到 USBKEY' }).click()
      await page.getByText('PIN 码不正确').first().waitFor()
      await page.getByLabel('证书 PIN 码').fill('123456')
      await page.getByRole('button', { name: '下载证书到 USBKEY' }).click()
      await page.getByText('证书更新成功').first().waitFor()
      await one.outside.pullKey(held.key_id)
    },
    kLong,
  )
}
