import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Role } from '@/desk/wire/account'
import { kStaffRoles } from '@/desk/wire/account'
import { accessible, settled } from '../support/axe'
import { inChromium } from '../support/chromium'
import { narrowEnough } from '../support/narrow'
import { everything } from './playing/everything'
import { Refusal, kColleagues, play, type Desk, type Rows } from './playing/server'
import { shoot } from './playing/shots'

// Every page, in both languages, as it is when all is well, when there is nothing, when it fails, when it is another's.

const kScreen = { width: 1440, height: 900 }

const kPages = [
  'review',
  'second-person',
  'orders',
  'orders/26YT7001',
  'post-room',
  'making?order=26JG7101',
  'dispatch?order=26YT7008',
  'supplements?order=26YT7007',
  'calls',
  'overdue',
  'organisations',
  'hall',
  'refunds?order=26YT7010',
  'invoices',
  'reconciliation',
  'rules',
  'rules/drafts/d1',
  'precision',
  'ledger',
  'views',
  'statistics',
  'jobs',
  'staff',
  'health',
  'webhooks',
  'account',
]

const nameOf = (path: string) => path.replace(/[?].*/, '').replaceAll('/', '-')

// Magnified twice, and on a telephone.
const kNarrow = [
  { width: kScreen.width / 2, height: kScreen.height / 2 },
  { width: 360, height: 740 },
]

async function fitsNarrowWindows(page: Page, name: string): Promise<void> {
  for (const size of kNarrow) {
    await page.setViewportSize(size)
    await settled(page) // what measures itself has measured
    await shoot(page, `${name.replaceAll(/[/ ?=]/g, '-')}-${size.width}`)
    await narrowEnough(page, `${name} at ${size.width} px`)
  }
  await page.setViewportSize(kScreen)
}

async function open(page: Page, desk: Desk, path: string): Promise<void> {
  await page.goto(`${desk.origin}/desk/#/${path}`)
  await page.locator('main h1, main .panel').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('main .el-skeleton'))
}

async function inRoles(
  roles: Role[],
  change: (rows: Rows) => Rows,
  body: (desk: Desk) => Promise<void>,
): Promise<void> {
  const desk = await play(change(everything(roles).rows))
  try {
    await body(desk)
  } finally {
    desk.close()
  }
}

// A handful to a test: each is looked at by axe, and machines that build at the same time are slow.
const kHandful = 6
const handfuls = Array.from({ length: Math.ceil(kPages.length / kHandful) }, (_, nth) =>
  kPages.slice(nth * kHandful, (nth + 1) * kHandful),
)

for (const language of ['zh', 'en']) {
  for (const paths of handfuls) {
    inChromium(`${paths.map(nameOf).join(', ')} can be used, in ${language}`, kScreen, async (page) => {
      await page.addInitScript((kept) => localStorage.setItem('vermilion.language', kept), language)
      await inRoles(
        kStaffRoles,
        (rows) => rows,
        async (desk) => {
          for (const path of paths) {
            await open(page, desk, path)
            await shoot(page, `${language}-${nameOf(path)}`)
            assert.equal(await page.locator('h1').count(), 1, path)
            const read = await page.locator('main').innerText()
            for (const { id } of kColleagues) assert.ok(!read.includes(id), `${path} calls somebody ${id}`)
            await accessible(page, `${language} ${path}`)
            await fitsNarrowWindows(page, `${language} ${path}`)
          }
        },
      )
    })
  }
}

const failing = (rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([row, told]) => [
      row,
      row === 'GET me' ? told : () => new Refusal(500, 'OUR_FAULT', '服务器出错，已记录。', 'Our fault; it is noted.'),
    ]),
  )
const empty = (rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([row, told]) => [
      row,
      row === 'GET me'
        ? told
        : () => ({
            items: [],
            next: null,
            waiting: 0,
            mine: 0,
            late: 0,
            samples: { looked: 0, confirmed: 0, rejected: 0 },
          }),
    ]),
  )

const kLists = [
  'review',
  'second-person',
  'orders',
  'making',
  'dispatch',
  'supplements',
  'calls',
  'overdue',
  'organisations',
  'refunds',
  'invoices',
  'reconciliation',
  'rules',
  'precision',
  'ledger',
  'views',
  'statistics',
  'jobs',
  'staff',
  'webhooks',
]

inChromium('every list says that it failed, why, and can be tried again', kScreen, async (page) => {
  await inRoles(kStaffRoles, failing, async (desk) => {
    for (const path of kLists) {
      await open(page, desk, path)
      await page.locator('main').getByText('服务器出错，已记录。').first().waitFor()
      await page.locator('main').getByRole('button', { name: '再试一次' }).first().waitFor()
      await accessible(page, `failed ${path}`)
    }
    await shoot(page, 'failed')
  })
})

// Whoever is asked before the answer comes, and whoever is answered that it is another's part.
const answering = (told: () => unknown) => (rows: Rows) =>
  Object.fromEntries(Object.entries(rows).map(([row, own]) => [row, row === 'GET me' ? own : told]))
const never = answering(() => new Promise(() => undefined))
const notYours = answering(() => new Refusal(403, 'NOT_YOUR_PART', '这不是您的职责。', 'This is not your part.'))

inChromium('every list says that it is on its way, and that it is another’s', kScreen, async (page) => {
  await inRoles(kStaffRoles, never, async (desk) => {
    for (const path of kLists) {
      await page.goto(`${desk.origin}/desk/#/${path}`)
      await page.locator('main h1').waitFor()
      await page.locator('main [role=status]', { hasText: '正在' }).first().waitFor()
    }
    await accessible(page, 'loading')
    await shoot(page, 'loading')
  })
  await inRoles(kStaffRoles, notYours, async (desk) => {
    for (const path of kLists) {
      await open(page, desk, path)
      await page.locator('main').getByText('这一页不是您的职责范围。').first().waitFor()
    }
    await accessible(page, 'another’s list')
  })
})

inChromium('every list says that there is nothing', kScreen, async (page) => {
  await inRoles(kStaffRoles, empty, async (desk) => {
    for (const path of kLists) {
      await open(page, desk, path)
      await page.locator('main .panel .sign.empty').first().waitFor()
    }
    await accessible(page, 'empty')
    await shoot(page, 'empty')
  })
})

inChromium('on a telephone the menu lies behind a button that says where one is', kNarrow[1]!, async (page) => {
  await inRoles(
    kStaffRoles,
    (rows) => rows,
    async (desk) => {
      await open(page, desk, 'making')
      const roll = page.getByRole('button', { name: '页面 · 制证' })
      assert.equal(await roll.getAttribute('aria-expanded'), 'false')
      assert.equal(await page.locator('nav').isVisible(), false)
      await roll.click()
      await accessible(page, 'menu')
      await shoot(page, 'menu-360')
      await page.locator('nav').getByRole('link', { name: '台账' }).click()
      await page.getByRole('button', { name: '页面 · 台账' }).waitFor()
      assert.equal(await page.locator('nav').isVisible(), false)
      // Nothing is cut into letters: the heading stands in one line, and so does each word of a list.
      const heading = (await page.getByRole('heading', { level: 1 }).boundingBox())!
      assert.ok(heading.height < 40, `the heading is ${heading.height} px high`)
    },
  )
})

inChromium('on a telephone a case of the queue takes a few lines within the window', kNarrow[1]!, async (page) => {
  await inRoles(
    ['reviewer'],
    (rows) => rows,
    async (desk) => {
      await open(page, desk, 'review')
      const rows = page.locator('.queue tbody tr')
      await rows.first().waitFor()
      for (const row of await rows.all()) {
        const { x, width, height } = (await row.boundingBox())!
        assert.ok(height < 170, `a row is ${height} px high`)
        assert.ok(x + width <= kNarrow[1]!.width, 'a row is wider than the window')
      }
      await shoot(page, 'queue-360')
      await accessible(page, 'queue at 360 px')
    },
  )
})

inChromium('a page of another role is not shown, nor asked for, nor in the menu', kScreen, async (page) => {
  await inRoles(
    ['admin'],
    (rows) => rows,
    async (desk) => {
      for (const path of ['review', 'ledger', 'rules', 'refunds']) {
        await open(page, desk, path)
        await page.getByText('这一页不是您的职责范围。').waitFor()
        assert.equal(await page.locator(`nav a[href="#/${path}"]`).count(), 0)
      }
      await accessible(page, 'forbidden')
      await shoot(page, 'forbidden')
      assert.deepEqual(
        desk.asked.filter(({ what }) => /review|ledger|rules|refund/.test(what)),
        [],
      )
    },
  )
})
