import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'

// Pictures of the pages for people, where VERMILION_SHOTS names a folder.
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.VERMILION_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.waitForTimeout(150)
  await page.screenshot({ path: `${folder}/${name}.png` })
}
