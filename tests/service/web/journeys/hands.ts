import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import type { Paper } from './outside'

// How somebody works a page: with a mouse, with the keyboard alone, or with a finger.
export interface Hands {
  write(field: Locator, text: string): Promise<void>
  press(it: Locator): Promise<void> // a button, a link, a box to tick, a choice
  bring(field: Locator, paper: Paper): Promise<void>
}

export const withMouse: Hands = {
  write: (field, text) => field.fill(text),
  press: (it) => it.click(),
  bring: (field, paper) => field.setInputFiles(paper),
}

const kMostPresses = 300

const hasFocus = (it: Locator) => it.evaluate((element) => element === document.activeElement)

// A group of choices is one stop; the arrows walk within it.
const standsBeside = (it: Locator) =>
  it.evaluate((element) => {
    const [wanted, now] = [element as HTMLInputElement, document.activeElement as HTMLInputElement | null]
    return wanted.type === 'radio' && now?.type === 'radio' && now.name === wanted.name
  })

// Whoever sees no focus is lost: what has it must look otherwise than without.
const isSeen = (it: Locator) =>
  it.evaluate((element) => {
    const beside = element.nextElementSibling
    return [element, beside].some((one) => {
      const style = one && getComputedStyle(one)
      return !!style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
    })
  })

export function withKeyboard(page: Page): Hands & { pressed: () => number } {
  let pressed = 0
  // From the start: asked for beside a key press, the browser may learn of it after the key, and the choice is lost.
  page.on('filechooser', () => undefined)
  const key = (name: string) => {
    pressed += 1
    return page.keyboard.press(name)
  }
  async function reach(it: Locator): Promise<void> {
    await it.waitFor({ state: 'attached' })
    for (let press = 0; press < kMostPresses; press++) {
      if (await hasFocus(it)) return assert.ok(await isSeen(it), `the focus on ${it} is not seen`)
      await key((await standsBeside(it)) ? 'ArrowDown' : 'Tab')
    }
    assert.fail(`no way to ${it} by keyboard`)
  }
  return {
    async write(field, text) {
      await reach(field)
      await key('Control+A')
      await page.keyboard.insertText(text)
    },
    async press(it) {
      await reach(it)
      const isBox = await it.evaluate((element) => /^(checkbox|radio)$/.test((element as HTMLInputElement).type))
      await key(isBox ? 'Space' : 'Enter')
    },
    async bring(field, paper) {
      await reach(field)
      const chooser = page.waitForEvent('filechooser')
      await key('Space')
      await (await chooser).setFiles(paper)
    },
    pressed: () => pressed,
  }
}

const kFinger_px = 24 // the least a target may measure: WCAG 2.2, 2.5.8, where links within a line are let off

async function isLargeEnough(it: Locator): Promise<void> {
  const told = await it.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect()
    return { isInLine: getComputedStyle(element).display === 'inline', least: Math.min(width, height) }
  })
  assert.ok(told.isInLine || told.least >= kFinger_px, `${it} is ${told.least} px small`)
}

// A tap lands where Chromium says it does: what lies under something else is not tapped.
export function withFinger(page: Page): Hands {
  page.on('filechooser', () => undefined) // from the start, as with the keyboard
  async function tap(it: Locator): Promise<void> {
    await it.waitFor()
    await isLargeEnough(it)
    await it.tap()
  }
  return {
    async write(field, text) {
      await tap(field)
      await field.fill(text)
    },
    // A box is as large as the words beside it.
    async press(it) {
      await it.waitFor({ state: 'attached' })
      const words = it.locator('xpath=ancestor::label')
      await tap((await words.count()) > 0 ? words : it)
    },
    // The input itself is not seen; its words are what is tapped.
    async bring(field, paper) {
      const chooser = page.waitForEvent('filechooser')
      await tap(page.locator(`label[for="${await field.getAttribute('id')}"]`))
      await (await chooser).setFiles(paper)
    },
  }
}
