import type { Page } from 'playwright-core'
import { inChromium } from '../support/chromium'
import { everything } from './playing/everything'
import { play } from './playing/server'

// Whole files typed over in the editor: each test fails on its own where the page's policy reports a style.

const inEditor = (name: string, body: (page: Page) => Promise<void>) =>
  inChromium(name, { width: 1440, height: 900 }, async (page) => {
    const desk = await play(everything(['rule_author']).rows)
    try {
      await page.goto(`${desk.origin}/desk/#/rules/drafts/d1`)
      await page.locator('.cm-content').click()
      await page.locator('.cm-content span[class]').first().waitFor() // coloured: a plain line has no colour to keep
      await page.keyboard.press('Control+a')
      await body(page)
    } finally {
      desk.close()
    }
  })

const shows = async (page: Page, lines: string[]) => {
  await page.waitForFunction((wanted) => {
    const shown = document.querySelector('.editor')!.shadowRoot!.querySelectorAll('.cm-line')
    return [...shown].map((line) => line.textContent).join('\n') === wanted
  }, lines.join('\n'))
}

inEditor('a key typed over the whole file leaves that letter alone, and one step back the file', async (page) => {
  const before = await page.locator('.cm-line').allTextContents()
  await page.keyboard.type('k')
  await shows(page, ['k'])
  await page.keyboard.press('Control+z')
  await shows(page, before)
})

inEditor('a whole file put in at one stroke is the file', async (page) => {
  await page.keyboard.insertText('kind: project\nname:\n  zh: 项目\n')
  await shows(page, ['kind: project', 'name:', '  zh: 项目', ''])
})

inEditor('what an input method composes over the whole file is all there is', async (page) => {
  const keyboard = await page.context().newCDPSession(page)
  for (const text of ['xiang', '项目'])
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await keyboard.send('Input.insertText', { text: '项目' })
  await shows(page, ['项目'])
})

inEditor('a bracket typed over selected text goes around it', async (page) => {
  await page.keyboard.insertText('fee')
  await shows(page, ['fee'])
  await page.keyboard.press('Control+a')
  await page.keyboard.type('(')
  await shows(page, ['(fee)'])
})
