import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { accessible } from '../support/axe'
import { narrowEnough } from '../support/narrow'

const kPictures = process.env.VERMILION_PICTURES

// A page as it stands in the middle of a journey, filled by what really happened: nobody is kept out of it, nothing is
// wider than the window. VERMILION_PICTURES names a folder for its picture.
export async function seen(page: Page, name: string): Promise<void> {
  await accessible(page, name)
  await narrowEnough(page, name)
  if (!kPictures) return
  mkdirSync(kPictures, { recursive: true })
  await page.screenshot({ path: join(kPictures, `${name}.png`), fullPage: true })
}
