import { accessible } from '../support/axe'
import { inChromium } from '../support/chromium'
import { serve } from '../support/site'

inChromium('the desk opens, under its own policy', { width: 1280, height: 800 }, async (page) => {
  const site = await serve((_, response) => response.writeHead(404).end())
  try {
    await page.goto(`${site.origin}/desk/`)
    await page.locator('h1').waitFor()
    await accessible(page, 'desk')
  } finally {
    site.close()
  }
})
