import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { until } from '../journeys/until'
import { inChromium } from '../support/chromium'
import { interfaceOf, world, type World } from '../support/interface'
import { kOrganisation } from '../support/an_order'
import { kStages } from '../support/stages'
import { serve } from '../support/site'

// What applicants come for, done as they do it.
const kSize = { width: 1100, height: 900 }
const kOrder = '#/orders/JX20261120-7F3K'
const sample = (name: string) => join(__WEB__, '../../samples/shipped', name)

const journey = (name: string, of: World, path: string, walk: (page: Page, of: World) => Promise<void>) =>
  inChromium(name, kSize, async (page) => {
    const site = await serve(interfaceOf(of))
    try {
      await page.goto(`${site.origin}/${path}`)
      await walk(page, of)
    } finally {
      site.close()
    }
  })

const asked = (of: World, what: string) => of.asked.filter((each) => each.what === what)

journey(
  'a code is corrected while it is typed, brackets are widened, and 用户已存在 leads on by questions',
  world({ signedIn: false }),
  '#/register',
  async (page) => {
    await page.getByLabel('统一社会信用代码').fill('91369999ma3448456３')
    await page.getByText('代码校验正确').waitFor()
    assert.equal(await page.getByLabel('统一社会信用代码').inputValue(), kOrganisation.credit_code)
    await page.getByLabel('单位名称').fill('虚构(江西)公司')
    await page.getByLabel('您的姓名').fill('虚小明')
    assert.equal(await page.getByLabel('单位名称').inputValue(), '虚构（江西）公司')
    await page.getByText('半角括号').waitFor()
    await page.getByLabel('手机号码').fill('13900000001')
    await page.getByRole('button', { name: '换成文字问题' }).click()
    await page.getByLabel('请回答问题').fill('八')
    await page.getByRole('button', { name: '获取短信验证码' }).click()
    await page.getByText('验证码已发到').waitFor()
    await page.getByLabel('短信验证码').fill('123456')
    await page.getByLabel('密码').fill('a good long one')
    await page.getByRole('button', { name: '注册', exact: true }).click()
    await page.getByRole('heading', { name: '用户已存在' }).waitFor()
    await page.getByRole('button', { name: '否' }).click()
    await page.getByText('可能是同事').waitFor()
    await page.getByRole('button', { name: '是', exact: true }).click()
    await page.getByText('请用自己的席位登录').waitFor()
  },
)

journey(
  'look-alike letters are corrected by the server and it is said which',
  world({ signedIn: false }),
  '#/register',
  async (page) => {
    await page.getByLabel('统一社会信用代码').fill('9I369999MA34484563')
    await page.getByText('第 2 位的“I”已改为“1”').waitFor()
    assert.equal(await page.getByLabel('统一社会信用代码').inputValue(), kOrganisation.credit_code)
  },
)

journey(
  'who is not signed in comes back to where he wanted to go',
  world({ signedIn: false, orders: [kStages.post!()] }),
  kOrder,
  async (page) => {
    await page.getByLabel('统一社会信用代码').fill(kOrganisation.credit_code)
    await page.getByLabel('密码').fill('wrong')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('代码或密码不对').waitFor()
    await page.getByLabel('密码').fill('correct horse')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { name: '邮寄原件' }).waitFor()
    assert.ok(page.url().endsWith(kOrder))
  },
)

journey(
  'a file that cannot be used is told before anything is sent',
  world({ orders: [kStages.draft!()] }),
  kOrder,
  async (page, of) => {
    const input = page.locator('#scan-licence')
    await input.waitFor({ state: 'attached' })
    await input.setInputFiles({
      name: '执照.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('%PDF-1.7 pretending'),
    })
    await page.getByText('这个文件不能用').waitFor()
    await input.setInputFiles({
      name: 'big.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.concat([readFileSync(sample('id_card/accepted.jpg')), Buffer.alloc(1024 * 1024)]),
    })
    await page.getByText('超过 1 MiB').waitFor()
    assert.deepEqual(of.uploads, [])
    await input.setInputFiles(sample('business_licence/refused_lowres.jpg'))
    await page.getByText('这个文件可能会被退回').waitFor()
    assert.deepEqual(of.uploads, [])
    await page.getByRole('button', { name: '仍然上传' }).click()
    await page.getByText('印章不是红色').first().waitFor()
    assert.equal(of.uploads.length, 1)
  },
)

journey(
  'the defects are drawn on the own scan, with what to do',
  world({ orders: [kStages.draft!()] }),
  kOrder,
  async (page, of) => {
    const began = Date.now()
    await page.locator('#scan-licence').setInputFiles(sample('business_licence/refused_seal_not_red.jpg'))
    const card = page.locator('article', { hasText: '营业执照' }).first()
    await card.getByText('怎么改').waitFor()
    console.log(`from the choice of the file to the drawn defect: ${Date.now() - began} ms`)
    const mark = card.locator('.mark')
    await mark.first().waitFor()
    const [box, picture] = [await mark.first().boundingBox(), await card.locator('.scan img').boundingBox()]
    // [241, 785, 235, 236] of 1754 x 1240, as the report says.
    const share = (at: number, from: number, of: number) => Math.round(((at - from) / of) * 1754)
    assert.ok(Math.abs(share(box!.x, picture!.x, picture!.width) - 241) < 12, 'the frame stands where the seal is')
    assert.equal(await card.locator('.stands').textContent(), '必须更换')
    assert.equal(of.uploads[0]?.type, 'image/jpeg')
    assert.equal(of.uploads[0]?.bytes, readFileSync(sample('business_licence/refused_seal_not_red.jpg')).length)
  },
)

journey(
  'nothing below a scan moves when its picture comes, so that no press goes astray',
  world({ orders: [kStages.draft!()] }),
  kOrder,
  async (page) => {
    let come = (): void => undefined
    const held = new Promise<void>((resolve) => (come = resolve))
    await page.route('**/licence/picture*', async (route) => {
      await held
      await route.continue()
    })
    await page.locator('#scan-licence').setInputFiles(sample('business_licence/refused_seal_not_red.jpg'))
    const card = page.locator('article', { hasText: '营业执照' }).first()
    await card.getByText('怎么改').waitFor()
    const frame = card.locator('.frame')
    const before = await frame.boundingBox()
    assert.equal(await frame.locator('img').count(), 0, 'the picture was held back')
    come()
    await card.locator('.scan img').waitFor()
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.scan img')?.complete)
    assert.equal((await frame.boundingBox())!.height, before!.height)
  },
)

journey(
  'an upload interrupted goes on by itself when the page is opened again',
  world({ orders: [kStages.draft!()] }),
  kOrder,
  async (page, of) => {
    of.failing.set('PUT /orders/JX20261120-7F3K/documents/id_card', 'drop')
    await page.locator('#scan-id_card').setInputFiles(sample('id_card/accepted.jpg'))
    await page.getByText('网络已断开').waitFor()
    of.failing.clear()
    await page.reload()
    await page.locator('article', { hasText: '经办人身份证' }).getByText('没有发现问题').waitFor()
    assert.ok(of.uploads.length >= 1)
  },
)

journey(
  'what was typed survives a reload',
  world({ orders: [kStages.fresh!()] }),
  `${kOrder}/form`,
  async (page, of) => {
    await page.locator('#agent_name').fill('虚小明')
    await page.locator('#agent_mobile').fill('13900000001')
    await page.locator('#address').fill('江西省南昌市虚构路 1 号')
    await page.reload()
    assert.equal(await page.locator('#agent_name').inputValue(), '虚小明')
    await page.getByLabel('收件人就是经办人').check()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '法人核验' }).waitFor()
    const [form] = asked(of, 'POST /orders/JX20261120-7F3K/form')
    assert.deepEqual(form?.body, {
      agent: { name: '虚小明', mobile: '13900000001' },
      recipient: {
        person: { name: '虚小明', mobile: '13900000001' },
        address: '江西省南昌市虚构路 1 号',
      },
    })
    assert.match(form?.key ?? '', /^[\w-]{8,64}$/)
  },
)

journey(
  'the gate says what is missing, and opens when nothing is',
  world({ orders: [kStages.draft!()] }),
  kOrder,
  async (page, of) => {
    await page.getByText('还缺材料：营业执照、身份证').waitFor()
    assert.ok(await page.getByRole('button', { name: '提交审核' }).isDisabled())
    of.orders[0] = { ...kStages.complete!(), version: 9 }
    of.opened.forEach((stream) => stream.write('event: order\ndata: {"version": 9}\n\n'))
    await page.getByText('材料齐全').waitFor()
    await page.getByRole('button', { name: '提交审核' }).click()
    await page.getByRole('heading', { name: '现在由审核人员办理' }).waitFor()
  },
)

journey(
  'the code to pay stands in the page, and the page follows the payment',
  world({ orders: [kStages.pay!()] }),
  kOrder,
  async (page, of) => {
    await page.getByRole('button', { name: '微信付款' }).click()
    await page.getByRole('img', { name: '微信付款码，220 元' }).waitFor()
    assert.equal(asked(of, 'POST /orders/JX20261120-7F3K/payments').length, 1)
    of.orders[0] = { ...kStages.post!(), version: 20 }
    of.opened.forEach((stream) => stream.write('event: order\ndata: {"version": 20}\n\n'))
    await page.getByRole('heading', { name: '邮寄原件' }).waitFor()
  },
)

journey(
  'the list for the post, and the number of the courier',
  world({ orders: [kStages.post!()] }),
  kOrder,
  async (page, of) => {
    await page.getByRole('button', { name: '填好了，提交单号' }).click()
    await page.getByRole('link', { name: /单号应为/ }).waitFor()
    await page.getByLabel('快递单号').fill('sf 1234567890123')
    await page.getByRole('button', { name: '填好了，提交单号' }).click()
    await page.getByText('已登记 SF SF1234567890123').waitFor()
    assert.deepEqual(asked(of, 'POST /orders/JX20261120-7F3K/courier-number')[0]?.body, {
      carrier: 'SF',
      number: 'SF1234567890123',
    })
  },
)

journey(
  'a reissue wants the number of the certificate typed',
  world({ orders: [kStages.draft!()] }),
  '#/apply/jiangxi_construction_group?operation=reissue&serial=4F00AA',
  async (page, of) => {
    await page.getByLabel('我知道了').check()
    await page.getByText('证书 4F00AA 将被吊销').waitFor()
    await page.getByLabel('请再输入一遍').fill('4F00AB')
    await page.getByRole('button', { name: '建立订单' }).click()
    await page.getByText('与所选证书的序列号不一致').first().waitFor()
    assert.equal(asked(of, 'POST /orders').length, 0)
    await page.getByLabel('请再输入一遍').fill('4f00aa')
    await page.getByRole('button', { name: '建立订单' }).click()
    await page.waitForURL(/orders\/JX/)
    const body = asked(of, 'POST /orders')[0]?.body as Record<string, unknown>
    assert.equal(body.chosen_serial, '4F00AA')
    assert.equal(body.typed_serial, '4f00aa')
  },
)

journey(
  'a wrong project is mended in one step that says what follows',
  world({ orders: [kStages.post!()] }),
  `${kOrder}/mend`,
  async (page, of) => {
    await page.getByLabel('证书项目选错了').check()
    await page.getByText('已付的费用可以在原订单申请退款').waitFor()
    await page.getByLabel('江西省住建厅外省企业').check()
    await page.getByRole('button', { name: '在这个项目下重新申请' }).click()
    await page.getByText('面向外省企业').waitFor()
    await page.getByLabel('我知道了').check()
    await page.getByLabel('主锁').check()
    await page.getByLabel('我已阅读').check()
    await page.getByRole('button', { name: '建立订单' }).click()
    await page.waitForURL(/orders\/JX/)
    assert.equal((asked(of, 'POST /orders')[0]?.body as Record<string, unknown>).replaces, 'JX20261120-7F3K')
  },
)

// The program of the key's maker, on the applicant's computer.
function keyService(keys: object[]) {
  const written: unknown[] = []
  let at = ''
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'content-type')
    if (request.method === 'POST') written.push(request.url)
    response.end(JSON.stringify(request.method === 'POST' ? { done: true, said: '' } : { keys }))
  })
  return {
    keys,
    written,
    // It has one address on every computer; here it is another, so that nobody's own is in the way.
    findBy: (page: Page) =>
      page.route('http://127.0.0.1:18210/**', async (route) => {
        if (!at) return route.abort('connectionrefused')
        const url = route.request().url().replace('http://127.0.0.1:18210', at)
        await route.fulfill({ response: await route.fetch({ url }) })
      }),
    open: async () => {
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
      at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    close: () => server.close(),
  }
}

const key = (serial: string) => ({
  key_id: `KEY-${serial}`,
  serial,
  subject: kOrganisation.name,
  valid_until: '2026-12-01T00:00:00Z',
})

journey(
  'a renewal takes the key it was paid for and no other',
  world({ orders: [kStages.renewal!()] }),
  kOrder,
  async (page, of) => {
    const service = keyService([])
    await service.findBy(page)
    const look = page.getByRole('button', { name: '检查插入的证书' })
    await look.click()
    await page.getByText('没有找到证书管理程序').waitFor()
    await service.open()
    try {
      await look.click()
      await page.getByText('没有检测到证书').waitFor()
      service.keys.push(key('OTHER'))
      await look.click()
      await page.getByText('插入的是另一个证书').waitFor()
      service.keys.push(key('4F00AA'))
      await look.click()
      await page.getByText('检测到 2 个证书').waitFor()
      service.keys.shift()
      await look.click()
      await page.getByText('就是要更新的证书').waitFor()
      await page.getByLabel('证书 PIN 码').fill('123456')
      await page.getByRole('button', { name: '下载证书到 USBKEY' }).click()
      await page.getByText('证书更新成功').first().waitFor()
      await until('the key to be written', async () => service.written[0])
      assert.deepEqual(service.written, ['/keys/KEY-4F00AA/certificates'])
      const [download] = asked(of, 'POST /orders/JX20261120-7F3K/download')
      assert.deepEqual(download?.body, {
        key_id: 'KEY-4F00AA',
        serial: '4F00AA',
        keys_inserted: 1,
      })
      assert.doesNotMatch(JSON.stringify(of.asked), /123456/)
    } finally {
      service.close()
    }
  },
)

journey(
  'better seal impressions that are on their way are not asked for again',
  world({ orders: [kStages.supplement_sent!()] }),
  kOrder,
  async (page) => {
    await page.getByRole('heading', { name: '收件人员' }).waitFor()
    await page.getByText('已登记 SF SF9876543210987').waitFor()
    assert.equal(await page.getByLabel('快递单号').isVisible(), false)
    await page.getByText('单号填错了').click()
    await page.getByLabel('快递单号').fill('SF9876543210988')
  },
)

journey(
  'help answers by how the order stands',
  world({ orders: [kStages.post!()] }),
  '#/help?order=JX20261120-7F3K',
  async (page) => {
    await page.getByText('请按清单邮寄原件').first().waitFor()
    await page.getByText('付款成功了，要寄什么').click()
    await page.getByText('现在可以邮寄：数字证书用户申请表、营业执照').waitFor()
  },
)

journey(
  'another seat has changed the order: nothing is lost and the order is shown anew',
  world({ orders: [kStages.post!()] }),
  kOrder,
  async (page, of) => {
    await page.getByLabel('快递单号').fill('SF1234567890123')
    of.failing.set('POST /orders/JX20261120-7F3K/courier-number', 412)
    await page.getByRole('button', { name: '填好了，提交单号' }).click()
    await page.getByText('没有办成').waitFor()
    assert.equal(await page.getByLabel('快递单号').inputValue(), 'SF1234567890123')
  },
)
