import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { until } from '../journeys/until'
import { accessible, settled } from '../support/axe'
import { within } from '../support/budgets'
import { inChromium } from '../support/chromium'
import { shoot } from './playing/shots'
import { reviewing } from './playing/review'
import { play, type Desk } from './playing/server'

const kScreen = { width: 1440, height: 900 }

// Presses keys one by one and counts them; each waits for what it changes, as a person would.
function typist(page: Page) {
  let pressed = 0
  return {
    press: async (key: string, until?: () => Promise<unknown>) => {
      pressed += 1
      await page.keyboard.press(key)
      await until?.()
    },
    count: () => pressed,
  }
}

const shown = (page: Page, nth: number) =>
  page
    .locator(`nav button[aria-current]`, {
      hasText: new RegExp(`^(✓|✕|${nth})`),
    })
    .waitFor()
const ready = (page: Page) => page.locator('button[aria-keyshortcuts="a"]:enabled').waitFor()
const isOfNext = ({ what }: { what: string }) => what.includes('26YT0002') && what.includes('picture')
const decisions = (desk: Desk) => desk.asked.filter(({ what }) => what.endsWith('/decision'))

async function atFirstCase(page: Page, desk: Desk): Promise<void> {
  await page.goto(`${desk.origin}/desk/#/review`)
  await page.getByRole('button', { name: '领取下一单' }).waitFor()
  await page.keyboard.press('n')
  await ready(page)
}

async function acceptAll(page: Page, keys: ReturnType<typeof typist>, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    await ready(page)
    await keys.press('a')
  }
}

inChromium('a clean order of five documents takes six key presses, and the next is there', kScreen, async (page) => {
  const review = reviewing()
  const desk = await play(review.rows)
  try {
    await atFirstCase(page, desk)
    await shoot(page, 'case')
    await accessible(page, 'case')
    const keys = typist(page)
    await acceptAll(page, keys, 5)
    await page.getByText('整单通过').waitFor()
    await keys.press('Enter', () => page.locator('code', { hasText: '26YT0002' }).waitFor())
    assert.ok(keys.count() <= 6, `${keys.count()} presses`)
    const [sent] = decisions(desk)
    assert.equal(sent!.json.digest, review.cases.get('26YT0001')!.digest)
    const sha256s = (sent!.json.documents as { sha256: string; accepted: boolean }[]).map((one) => one.sha256)
    assert.deepEqual(
      sha256s,
      review.cases.get('26YT0001')!.documents.map((one) => one.sha256),
    )
  } finally {
    desk.close()
  }
})

inChromium(
  'an order with one document refused takes nine at most, with the machine’s reasons',
  kScreen,
  async (page) => {
    const review = reviewing()
    review.cases.delete('26YT0001')
    const desk = await play(review.rows)
    try {
      await atFirstCase(page, desk)
      const keys = typist(page)
      await acceptAll(page, keys, 1)
      await ready(page)
      await keys.press('j', () => page.locator('.findings [aria-pressed="true"]').waitFor())
      await shoot(page, 'case-finding')
      await keys.press('r', () => page.locator('form.reasons').waitFor())
      await shoot(page, 'case-reasons')
      await accessible(page, 'reasons')
      await keys.press('Enter', () => page.locator('form.reasons').waitFor({ state: 'detached' }))
      await acceptAll(page, keys, 3)
      await page.getByText('整单退回').waitFor()
      await keys.press('Enter', () => page.locator('code', { hasText: '26YT0003' }).waitFor())
      assert.ok(keys.count() <= 9, `${keys.count()} presses`)
      const documents = decisions(desk)[0]!.json.documents as {
        slot: string
        accepted: boolean
        reasons: string[]
      }[]
      assert.deepEqual(
        documents.find(({ accepted }) => !accepted),
        {
          slot: 'licence',
          sha256: review.cases.get('26YT0002')!.documents[1]!.sha256,
          accepted: false,
          reasons: ['SEAL_FAINT'],
        },
      )
    } finally {
      desk.close()
    }
  },
)

inChromium('the next scan is seen within 300 ms of the decision', kScreen, async (page) => {
  const desk = await play(reviewing().rows)
  try {
    await atFirstCase(page, desk)
    await acceptAll(page, typist(page), 5)
    // A reviewer looks longer than that: what comes next is fetched meanwhile.
    await until('the next scan to be fetched', async () => desk.asked.some(isOfNext) || undefined)
    await settled(page)
    const took_ms = await page.evaluate(async () => {
      const begun = performance.now()
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      const isThere = () =>
        document.querySelector('.head code')?.textContent === '26YT0002' &&
        !!document.querySelector('button[aria-keyshortcuts="a"]:enabled')
      while (!isThere()) await new Promise(requestAnimationFrame)
      return performance.now() - begun
    })
    console.log(`next scan after ${took_ms.toFixed(0)} ms`)
    assert.ok(took_ms <= within(300), `${took_ms.toFixed(0)} ms`)
  } finally {
    desk.close()
  }
})

inChromium('a decision about what is no longer there is refused, said, and nothing is lost', kScreen, async (page) => {
  const review = reviewing()
  const desk = await play(review.rows)
  try {
    await atFirstCase(page, desk)
    await acceptAll(page, typist(page), 5)
    const now = review.cases.get('26YT0001')!
    review.cases.set('26YT0001', { ...now, digest: 'f'.repeat(64) })
    await page.keyboard.press('Enter')
    await page.getByText('您看到的内容已经变了，请重新查看。').waitFor()
    await shoot(page, 'case-stale')
    await accessible(page, 'stale decision')
    assert.deepEqual(review.decided, [])
    await page.getByRole('button', { name: '重新查看' }).click()
    await page.getByText('整单通过').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('code', { hasText: '26YT0002' }).waitFor()
    assert.deepEqual(review.decided, ['26YT0001'])
  } finally {
    desk.close()
  }
})

inChromium(
  'choices and place outlive a reload; a scan replaced meanwhile is to be decided anew',
  kScreen,
  async (page) => {
    const review = reviewing()
    const desk = await play(review.rows)
    try {
      await atFirstCase(page, desk)
      await acceptAll(page, typist(page), 2)
      await shown(page, 3)
      const documents = review.cases.get('26YT0001')!.documents
      documents[0] = { ...documents[0]!, sha256: 'e'.repeat(64) }
      await page.reload()
      await ready(page)
      await page.getByText('还有 4 份未定').waitFor()
    } finally {
      desk.close()
    }
  },
)

inChromium('keys do nothing in text fields, can be changed, and can be switched off', kScreen, async (page) => {
  const desk = await play(reviewing().rows)
  const left = (count: number) => page.getByText(`还有 ${count} 份未定`).waitFor()
  try {
    await atFirstCase(page, desk)
    await page.keyboard.press('r')
    await page.locator('form.reasons input.field').fill('')
    await page.keyboard.type('aaa')
    await page.keyboard.press('Escape')
    await left(5)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await shoot(page, 'keys')
    await accessible(page, 'keys')
    await page.getByRole('button', { name: /更换“通过本份，看下一份”/ }).click()
    await page.keyboard.press('r')
    await page.getByText('R 已用于“退回本份”').waitFor()
    await page.keyboard.press('g')
    await page.getByRole('button', { name: '关闭', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('a')
    await left(5)
    await page.keyboard.press('g')
    await left(4)
    await page.reload()
    await page.locator('button[aria-keyshortcuts="g"]:enabled').waitFor()
    await page.keyboard.press('g')
    await left(3)
    await page.getByRole('button', { name: '快捷键' }).click()
    await page.getByLabel('使用单键快捷键').uncheck()
    await page.getByRole('button', { name: '关闭', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('g')
    assert.equal(await page.locator('.bar kbd').count(), 0)
    await left(3)
  } finally {
    desk.close()
  }
})
