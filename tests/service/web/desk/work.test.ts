import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Role } from '@/desk/wire/account'
import { accessible } from '../support/axe'
import { inChromium } from '../support/chromium'
import { everything, type Everything } from './playing/everything'
import { Refusal, answer, person, play, type Desk } from './playing/server'
import { shoot } from './playing/shots'

const kScreen = { width: 1440, height: 900 }

async function at(
  page: Page,
  roles: Role[],
  path: string,
  body: (desk: Desk, all: Everything) => Promise<void>,
): Promise<void> {
  const all = everything(roles)
  const desk = await play(all.rows)
  try {
    await page.goto(`${desk.origin}/desk/#/${path}`)
    await body(desk, all)
  } finally {
    desk.close()
  }
}

const sent = (desk: Desk, what: string) =>
  desk.asked.filter((one) => one.what === `POST ${what}`).map((one) => one.json)

inChromium(
  'the post room finds an order by one beep, takes the parcel in and checks the paper',
  kScreen,
  async (page) => {
    await page.addInitScript(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      document.addEventListener('desk-beep', (event) => heard.push((event as CustomEvent<string>).detail))
    })
    await at(page, ['operator'], 'post-room', async (desk) => {
      await page.locator('.code input').waitFor()
      await page.keyboard.type('26YT7001\n') // as a scanner types it: the field has the focus
      await page.getByText('等的就是它').first().waitFor()
      await page.locator('input[maxlength="32"]').fill('SF1012345678901')
      await page.getByRole('button', { name: '确认收到快递' }).click()
      await page.getByRole('button', { name: '全部合格' }).click()
      await shoot(page, 'post-room-paper')
      await accessible(page, 'post room')
      await page.getByRole('button', { name: '纸质资料合格' }).click()
      await page.locator('.status', { hasText: '原件合格' }).waitFor()
      await page.locator('.code input').fill('26YT9999')
      await page.keyboard.press('Enter')
      await page.getByText('没有这样的内容。').first().waitFor()
      assert.deepEqual(await page.evaluate(() => (window as unknown as { heard: string[] }).heard), [
        'good',
        'good',
        'look',
      ])
      assert.deepEqual(sent(desk, 'orders/26YT7001/parcel'), [{ carrier: 'SF', number: 'SF1012345678901' }])
      const [check] = sent(desk, 'orders/26YT7001/paper-check') as [{ items: { good: boolean }[] }]
      assert.equal(check.items.length, 5)
    })
  },
)

inChromium('what cannot be undone is confirmed by a second person, of what was shown', kScreen, async (page) => {
  await at(page, ['operator'], 'making?order=26JG7101', async (desk) => {
    const confirm = page.getByRole('button', { name: '确认', exact: true })
    await confirm.waitFor()
    assert.ok(await confirm.isDisabled())
    await page.getByText('虚制证').first().waitFor()
    const shown = await page.locator('.second details').innerText()
    assert.match(shown, /将吊销的证书\s+5A1C0093/)
    assert.doesNotMatch(shown, /revokes/)
    await page.getByLabel('我已逐行看过以上内容').check()
    await confirm.click()
    await page.getByText('样例职员 已确认').waitFor()
    const [said] = sent(desk, 'orders/26JG7101/second-person-confirmation') as [{ matter: string; digest: string }]
    assert.equal(said.matter, 'revoke_by_reissue')
    assert.match(said.digest, /^[0-9a-f]{64}$/)
  })
})

inChromium(
  'ledger and views call documents and people by their names, and stages by their words',
  kScreen,
  async (page) => {
    await at(page, ['auditor'], 'ledger', async (desk) => {
      const changed = page.locator('.change')
      await changed.filter({ hasText: '资料 · 营业执照 · 审核结论' }).filter({ hasText: '未决定 → 通过' }).waitFor()
      await changed.filter({ hasText: '已收到原件 → 原件合格' }).waitFor()
      await changed.filter({ hasText: '审核人员 虚审核' }).waitFor()
      const pointers = await changed.filter({ hasText: '/' }).allInnerTexts()
      assert.equal(pointers.length, 1) // what no page knows
      assert.match(pointers[0]!, /^\/weather/)
      await page.goto(`${desk.origin}/desk/#/views`)
      await page.getByText('经办人身份证 · 第 1 版').waitFor()
    })
  },
)

inChromium('a file is asked for in our words, reached by keys, and its name stands beside', kScreen, async (page) => {
  await page.addInitScript(() => localStorage.setItem('vermilion.language', 'en'))
  await at(page, ['operator'], 'hall', async () => {
    const picker = page.locator('.picker')
    assert.match(await picker.innerText(), /Choose a file\s+none chosen yet/)
    for (let press = 0; press < 60; press++) {
      if (await page.evaluate(() => document.activeElement?.matches('.picker input'))) break
      await page.keyboard.press('Tab')
    }
    const ring = await picker.locator('.button').evaluate((button) => getComputedStyle(button).boxShadow)
    assert.notEqual(ring, 'none')
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Space')
    await (await chooser).setFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from('credit_code') })
    await picker.getByText('keys.csv').waitFor()
    assert.equal(await page.locator('.picker input').evaluate((one) => (one as HTMLInputElement).files?.length), 1)
    await shoot(page, 'file-picker')
    await accessible(page, 'file picker')
  })
})

// Each desk, the order opened at it, and what leads there; where a form or two persons lead, nothing else does.
const kLeading: [string, string[]][] = [
  ['orders/26YT7001', ['确认收到快递']],
  ['orders/26YT7002', []],
  ['orders/26YT7003', ['记一次通话']],
  ['orders/26YT7004', ['记一次通话']],
  ['orders/26YT7005', ['开始制证']],
  ['orders/26YT7006', []],
  ['orders/26YT7007', ['记一次通话']],
  ['orders/26YT7008', ['交给快递']],
  ['orders/26YT7009', ['自取签收']],
  ['orders/26YT7010', ['请另一位同事确认']],
  ['orders/26JG7101', []],
  ['dispatch?order=26YT7008', ['交给快递']],
  ['dispatch?order=26YT7009', ['自取签收']],
  ['making?order=26JG7101', []],
]

inChromium('of all buttons of an order the one leads that ends its wait, and only that', kScreen, async (page) => {
  await at(page, ['operator'], 'orders', async (desk) => {
    for (const [path, leading] of kLeading) {
      await page.goto(`${desk.origin}/desk/#/${path}`)
      const id = /26\w+/.exec(path)![0]
      const sheet = page.locator('article.sheet').filter({ hasText: id })
      await sheet.getByRole('button').first().waitFor()
      assert.deepEqual(await sheet.locator('.el-button--primary').allInnerTexts(), leading, path)
      if (path.startsWith('dispatch')) await shoot(page, `leading-${id}`)
    }
  })
})

inChromium('certificates are made in a batch, and one that is refused stops no other', kScreen, async (page) => {
  await at(page, ['operator'], 'making', async (desk, all) => {
    const make = all.rows['POST orders/:order/making']!
    all.rows['POST orders/:order/making'] = (asked) =>
      asked.names.order === '26JG7101'
        ? new Refusal(409, 'SECOND_PERSON_MISSING', '须两人确认。', 'Two persons are needed.')
        : make(asked)
    await page.getByLabel('选择 26JG7101').check()
    await page.getByLabel('选择 26YT7005').check()
    await page.getByRole('button', { name: '制所选的 2 张' }).click()
    await page.getByText('已开始 1 张，1 张没有开始').waitFor()
    await page.getByText('须两人确认。').waitFor()
    assert.equal(sent(desk, 'orders/26YT7005/making').length, 1)
  })
})

inChromium('what takes a reason asks for it in place, and Escape takes the question back', kScreen, async (page) => {
  await at(page, ['operator'], 'organisations', async (desk, all) => {
    const refusal = 'phone-changes/91369999128467558J/refusal'
    all.rows['POST phone-changes/:code/refusal'] = () => answer(204)
    const refuse = page.getByRole('button', { name: '拒绝' })
    await refuse.click()
    const reason = page.getByPlaceholder('原因')
    assert.ok(await reason.evaluate((field) => field === document.activeElement))
    await page.keyboard.press('Enter') // without a reason nothing is sent
    await page.keyboard.press('Escape')
    await refuse.waitFor()
    await refuse.click()
    await accessible(page, 'reason')
    await page.keyboard.type('公章不清')
    await page.keyboard.press('Enter')
    await refuse.waitFor()
    assert.deepEqual(sent(desk, refusal), [{ reason: '公章不清' }])
  })
})

inChromium('rules go from draft over shadow to live by two persons', kScreen, async (page) => {
  await at(page, ['rule_author'], 'rules/drafts/d1?part=publish', async (_, all) => {
    await page.getByRole('button', { name: '开始试运行' }).click()
    await page.locator('textarea').fill('按新的收费标准')
    await page.getByRole('button', { name: '请第二人确认发布' }).click()
    await page.getByText('这是您提出的').waitFor()
    assert.equal(await page.getByRole('button', { name: '确认发布' }).count(), 0)
    all.who.id = 'person-2'
    await page.reload()
    await page.locator('details', { hasText: '作者' }).getByText('虚规则').waitFor()
    await page.getByLabel('我已逐行看过以上内容').check()
    await shoot(page, 'publish')
    await accessible(page, 'publish')
    await page.getByRole('button', { name: '确认发布' }).click()
    await page.getByText(/已生效，样例职员/).waitFor()
  })
})

inChromium('the editor shows the server’s mistakes and proposals, and keeps what is typed', kScreen, async (page) => {
  await at(page, ['rule_author'], 'rules/drafts/d1', async (desk) => {
    await page.locator('.cm-content').waitFor()
    await page.getByText('1 处错误，0 处警告').waitFor()
    await page.locator('.cm-lintRange-error').waitFor()
    await page.getByRole('button', { name: /这里没有“fe”/ }).click()
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    await page.keyboard.press('Control+Space')
    await page.locator('.cm-tooltip-autocomplete').waitFor()
    await shoot(page, 'studio-completion')
    await accessible(page, 'studio')
    await page.keyboard.press('Escape')
    await page.keyboard.type('e')
    await page.getByText('没有错误').waitFor()
    await page.reload()
    await page.getByText('1 个文件未保存').waitFor()
    assert.match(await page.locator('.cm-content').innerText(), /fee: 22000/)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('1 个文件未保存').waitFor({ state: 'detached' })
    assert.equal(desk.asked.filter(({ what }) => what === 'PUT rules/files').length, 1)
  })
})

inChromium('replay opens every scan that changed, with its boxes', kScreen, async (page) => {
  await at(page, ['rule_author'], 'rules/drafts/d1?part=replay', async () => {
    await page.getByRole('button', { name: '重新判定' }).click()
    await page.getByRole('button', { name: '3 份由通过变为转人工' }).click()
    await page.getByRole('button', { name: /26YT7001.*营业执照/ }).click()
    await page.locator('figure .after rect').waitFor()
    await shoot(page, 'replay')
    await accessible(page, 'replay')
    await page.getByRole('tab', { name: '用例' }).click()
    await page.getByRole('button', { name: /试 yingtan_sunshine/ }).click()
    await page.getByRole('button', { name: /章太淡/ }).click()
    await page.getByText('印章笔画粘连').last().waitFor()
    await page.getByRole('tab', { name: '含义差异' }).click()
    await page.getByText('240 元').waitFor()
    await shoot(page, 'diff')
    await accessible(page, 'diff')
  })
})

inChromium('signing in asks for the second factor, and nobody works before it is set up', kScreen, async (page) => {
  await at(page, ['operator'], '', async (desk, all) => {
    let signedIn = false
    let hasFactor = false
    const me = () => ({ ...person(['operator']), second_factor: hasFactor })
    all.rows['GET me'] = () => (signedIn ? me() : new Refusal(401, 'SIGNED_OUT', '请登录。', 'Sign in.'))
    all.rows['POST sessions'] = ({ json }) => {
      if (!json.totp && json.login === 'b')
        return new Refusal(401, 'SECOND_FACTOR', '请输入动态验证码。', 'The code of the authenticator is needed.')
      signedIn = true
      return answer(201, me())
    }
    all.rows['POST me/second-factor'] = () => ({
      secret: 'JBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Vermilion:b?secret=JBSWY3DPEHPK3PXP',
    })
    all.rows['PUT me/second-factor'] = () => {
      hasFactor = true
      return answer(200, {})
    }
    await page.reload()
    await page.getByLabel('登录名').fill('b')
    await page.getByLabel('密码').fill('a long password')
    await shoot(page, 'sign-in')
    await accessible(page, 'sign in')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByLabel('动态验证码').fill('123456')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '设置动态验证码' }).waitFor()
    await page.locator('svg.qr').waitFor()
    await shoot(page, 'second-factor')
    await accessible(page, 'second factor')
    await page.getByLabel('动态验证码（6 位）').fill('123456')
    await page.getByRole('button', { name: '确认' }).click()
    await page.locator('.code input').waitFor()
    all.rows['GET post-room/:code'] = () => new Refusal(401, 'SIGNED_OUT', '请登录。', 'Sign in.')
    await page.locator('.code input').fill('26YT7001')
    await page.keyboard.press('Enter')
    await page.getByText('登录已过期').waitFor()
    assert.equal(await page.locator('.frame').count(), 1)
    await shoot(page, 'session-ended')
    void desk
  })
})
