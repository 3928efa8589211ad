import assert from "node:assert/strict";
import { accessible } from "./support/axe";
import { inChromium } from "./support/chromium";
import { serve } from "./support/site";

for (const path of ["/", "/m/", "/desk/"]) {
  inChromium(
    `${path} opens, under its own policy`,
    { width: 1280, height: 800 },
    async (page) => {
      const site = await serve((_, response) => response.writeHead(404).end());
      try {
        await page.goto(site.origin + path);
        await page.locator("h1").waitFor();
        assert.equal(await page.locator("h1").count(), 1);
        await accessible(page, path);
      } finally {
        site.close();
      }
    },
  );
}
