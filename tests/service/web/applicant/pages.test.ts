import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { accessible, settled } from '../support/axe'
import { inChromium } from '../support/chromium'
import { interfaceOf, world, type World } from '../support/interface'
import { narrowEnough } from '../support/narrow'
import { kStages } from '../support/stages'
import { serve } from '../support/site'

// Every page, in the states it can be in: nothing on it keeps people out, nothing is wider than the window, and nothing
// complains. VERMILION_PICTURES names a folder for pictures of all of them, in both languages.
const kPictures = process.env.VERMILION_PICTURES

interface Shown {
  name: string
  path: string
  world?: () => World
  then?: (page: Page) => Promise<void>
}

const of = (stage: string) => () => world({ orders: [kStages[stage]!()] })
const kOrder = '#/orders/JX20261120-7F3K'

const kShown: Shown[] = [
  {
    name: 'sign_in',
    path: '#/sign-in',
    world: () => world({ signedIn: false }),
  },
  {
    name: 'register',
    path: '#/register',
    world: () => world({ signedIn: false }),
  },
  {
    name: 'register_wrong',
    path: '#/register',
    world: () => world({ signedIn: false }),
    then: (page) => page.locator('button.main').click(),
  },
  { name: 'reset', path: '#/reset', world: () => world({ signedIn: false }) },
  { name: 'phone', path: '#/phone', world: () => world({ signedIn: false }) },
  {
    name: 'orders',
    path: '#/',
    world: () =>
      world({
        nameConfirmed: false,
        orders: Object.keys(kStages).map((stage, at) => ({
          ...kStages[stage]!(),
          id: `JX2026112${at}-7F3K`,
        })),
      }),
  },
  { name: 'orders_empty', path: '#/' },
  {
    name: 'orders_failed',
    path: '#/',
    world: () => world({ failing: new Map([['GET /orders', 500]]) }),
  },
  {
    name: 'orders_forbidden',
    path: '#/',
    world: () => world({ failing: new Map([['GET /orders', 403]]) }),
  },
  {
    name: 'orders_loading',
    path: '#/',
    world: () => world({ failing: new Map([['GET /orders', 'hang']]) }),
  },
  { name: 'projects', path: '#/apply' },
  {
    name: 'apply',
    path: '#/apply/jiangxi_public_resources',
    then: (page) => page.locator('button.main').click(),
  },
  {
    name: 'apply_reissue',
    path: '#/apply/jiangxi_construction_group?operation=reissue&serial=4F00AA',
  },
  { name: 'form', path: `${kOrder}/form`, world: of('fresh') },
  {
    name: 'mend',
    path: `${kOrder}/mend`,
    world: of('post'),
    then: (page) => page.locator('input[value=project]').check(),
  },
  { name: 'certificates', path: '#/certificates' },
  { name: 'account', path: '#/account' },
  { name: 'help', path: '#/help' },
  {
    name: 'help_of_order',
    path: '#/help?order=JX20261120-7F3K',
    world: of('post'),
  },
  { name: 'order_unknown', path: '#/orders/NONE' },
  ...Object.keys(kStages).map((stage) => ({
    name: `order_${stage}`,
    path: kOrder,
    world: of(stage),
  })),
]

const drawn = async (page: Page) => {
  await page.locator('main h1, main [role=status], main .notice').first().waitFor()
  await page.waitForLoadState('load')
  await page.waitForFunction(() => !document.querySelector('main .wait'))
  await settled(page)
}

async function pictured(page: Page, name: string): Promise<void> {
  if (!kPictures) return
  mkdirSync(kPictures, { recursive: true })
  await page.screenshot({
    path: join(kPictures, `${name}.png`),
    fullPage: true,
  })
}

// One page for all, since starting them costs more than looking at them.
const kEntries = [
  { entry: '/', width: 1200, height: 900, language: 'zh', only: /./ },
  { entry: '/', width: 360, height: 740, language: 'zh', only: /./ },
  { entry: '/', width: 360, height: 740, language: 'en', only: /./ },
  { entry: '/', width: 1200, height: 900, language: 'en', only: /./ },
  // The same pages in another frame: those with most in them.
  {
    entry: '/m/',
    width: 390,
    height: 800,
    language: 'zh',
    only: /^(sign_in|orders|apply|order_(blocked|pay|post|renewal))$/,
  },
] as const

for (const { entry, width, height, language, only } of kEntries) {
  inChromium(
    `every page of ${entry} at ${width} px in ${language} lets everybody in`,
    { width, height },
    async (page) => {
      await page.addInitScript((chosen) => localStorage.setItem('vermilion.language', chosen), language)
      for (const shown of kShown.filter(({ name }) => only.test(name))) {
        const site = await serve(interfaceOf(shown.world?.() ?? world()))
        try {
          await page.goto(site.origin + entry + shown.path)
          await drawn(page)
          await shown.then?.(page)
          const name = `${shown.name}_${entry === '/' ? width : 'm'}_${language}`
          await pictured(page, name)
          await narrowEnough(page, name)
          await accessible(page, name)
        } finally {
          site.close()
        }
      }
    },
  )
}
