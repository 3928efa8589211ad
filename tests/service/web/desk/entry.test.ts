import { accessible } from '../support/axe'
import { inChromium } from '../support/chromium'
import { serve } from '../support/site'

const signedOut = JSON.stringify({ status: 401, code: 'SIGNED_OUT', title: 'Sign in first.', detail: '请先登录。' })

inChromium('the desk asks who comes in, under its own policy', { width: 1280, height: 800 }, async (page) => {
  const site = await serve((_, response) =>
    response.writeHead(401, { 'Content-Type': 'application/problem+json' }).end(signedOut),
  )
  try {
    await page.goto(`${site.origin}/desk/`)
    await page.locator('h1').waitFor()
    await accessible(page, 'desk')
  } finally {
    site.close()
  }
})
