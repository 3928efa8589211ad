import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { uprightPicture } from '@/desk/rules/upright'
import { accessible } from '../support/axe'
import { inChromium } from '../support/chromium'
import { everything, type Everything } from './playing/everything'
import { kSmeared } from './playing/rules'
import { Refusal, play, type Desk } from './playing/server'
import { shoot } from './playing/shots'

// Rules tried by their author: on a scan at hand, and on the cases beside them.

const kScreen = { width: 1440, height: 900 }

const inStudio = (name: string, part: string, body: (page: Page, desk: Desk, all: Everything) => Promise<void>) =>
  inChromium(name, kScreen, async (page) => {
    const all = everything(['rule_author'])
    const desk = await play(all.rows)
    try {
      await page.goto(`${desk.origin}/desk/#/rules/drafts/d1?part=${part}`)
      await body(page, desk, all)
    } finally {
      desk.close()
    }
  })

const orderOf = (header: string) => JSON.parse(Buffer.from(header, 'base64').toString()) as unknown

async function choose(page: Page): Promise<void> {
  await page.getByLabel('资料', { exact: true }).fill('licence')
  await page.getByLabel('单位名称').fill('江西拟境供应链管理有限公司')
  await page.getByLabel('扫描件', { exact: true }).setInputFiles(kSmeared)
}

// The seal of `reports.smeared`: 268 wide and 278 high.
async function assertSealIsFramed(viewer: Locator): Promise<void> {
  const mark = viewer.locator('polygon').first()
  await mark.waitFor()
  const [frame, around] = [(await mark.boundingBox())!, (await viewer.boundingBox())!]
  assert.ok(Math.abs(frame.width / frame.height - 268 / 278) < 0.1, 'the frame has the proportions of the seal')
  assert.ok(frame.x > around.x && frame.x + frame.width < around.x + around.width, 'the frame lies on the page')
}

inStudio('a scan at hand is looked at by the draft’s rules, its findings drawn on it', 'try', async (page, desk) => {
  await page.getByText('服务器不保存它').waitFor()
  await shoot(page, 'try')
  await accessible(page, 'try, nothing chosen')
  assert.ok(await page.getByRole('button', { name: '检测', exact: true }).isDisabled())
  const sent = page.waitForRequest((request) => request.url().includes('/rules/inspections'))
  await choose(page)
  await page.getByRole('button', { name: '检测', exact: true }).click()
  const request = await sent
  const query = new URL(request.url()).searchParams
  assert.deepEqual(Object.fromEntries(query), { draft: 'd1', project: 'yingtan_sunshine', document: 'licence' })
  assert.equal(request.headers()['content-type'], 'image/jpeg')
  assert.deepEqual(orderOf(request.headers()['vermilion-order']!), { organisation: '江西拟境供应链管理有限公司' })
  await page.getByRole('button', { name: /印章笔画粘连/ }).waitFor()
  await assertSealIsFramed(page.getByRole('group', { name: 'referred_seal_smeared.jpg' }))
  await page.getByRole('button', { name: /印章笔画粘连/ }).click()
  await page.getByText('请减少印泥').waitFor()
  await shoot(page, 'try-told')
  await accessible(page, 'try, told')
  assert.equal(desk.asked.filter(({ what }) => what === 'POST rules/inspections').length, 1)
})

inStudio(
  'a scan that could not be looked at is said to be so, and what is filled in stays',
  'try',
  async (page, _, all) => {
    all.rows['POST rules/inspections'] = () =>
      new Refusal(422, 'UNKNOWN_DOCUMENT', '规则里没有这种资料。', 'The rules hold no such document.')
    await choose(page)
    await page.getByRole('button', { name: '检测', exact: true }).click()
    await page.getByText('规则里没有这种资料。').waitFor()
    assert.equal(await page.getByLabel('资料', { exact: true }).inputValue(), 'licence')
    await accessible(page, 'try, refused')
  },
)

inStudio('a case shows what it hands in, its findings drawn on it', 'cases', async (page, desk) => {
  await page.getByRole('button', { name: /试 yingtan_sunshine/ }).click()
  await page.getByRole('button', { name: /章太淡/ }).click()
  await assertSealIsFramed(page.getByRole('group', { name: /章太淡/ }))
  await page.getByText('印章笔画粘连').last().waitFor()
  await shoot(page, 'cases')
  await accessible(page, 'case with its picture')
  await page.getByRole('button', { name: /盖章复印件，通过/ }).click()
  await page.locator('li select').selectOption('id_card')
  await page.getByRole('group', { name: /盖章复印件，通过/ }).waitFor()
  const asked = desk.asked.filter(({ what }) => what === 'GET rules/pictures')
  assert.equal(asked.length, 3)
})

inStudio('a case whose picture cannot be drawn says so, and can be tried again', 'cases', async (page, _, all) => {
  const drawn = all.rows['GET rules/pictures']!
  all.rows['GET rules/pictures'] = () => new Refusal(404, 'NOT_FOUND', '没有这样的内容。', 'There is no such thing.')
  await page.getByRole('button', { name: /试 yingtan_sunshine/ }).click()
  await page.getByRole('button', { name: /章太淡/ }).click()
  await page.getByText('样张没有画出来。').waitFor()
  all.rows['GET rules/pictures'] = drawn
  await page.getByRole('alert').getByRole('button', { name: '再试一次' }).click()
  await page
    .getByRole('group', { name: /章太淡/ })
    .locator('polygon')
    .first()
    .waitFor()
})

inChromium('a picture is turned as the report says, whatever a camera says of it', kScreen, async (page) => {
  const scan = readFileSync(join(__WEB__, '../../samples/shipped/business_licence/accepted_turned.jpg')).toString(
    'base64',
  )
  const sizes = await page.evaluate(
    async ([source, encoded]) => {
      const upright = new Function(`return ${source}`)() as typeof uprightPicture
      const file = await (await fetch(`data:image/jpeg;base64,${encoded}`)).blob()
      const size = async (picture: Blob) => {
        const { width, height } = await createImageBitmap(picture, { imageOrientation: 'none' })
        return [width, height]
      }
      return [await size(file), await size(await (await fetch(await upright(file, 90))).blob())]
    },
    [uprightPicture.toString(), scan] as const,
  )
  assert.deepEqual(sizes[1], [...sizes[0]!].reverse())
})
