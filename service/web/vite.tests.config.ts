import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const tests = here('../../tests/service/web')

const found = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'))

// Tests lie where the tree is mirrored and are written in TypeScript, which Node 20 does not read: they are bundled to
// where their libraries are found, and run there.
export default defineConfig({
  root: here('.'),
  plugins: [vue()],
  resolve: { alias: { '@': here('.') } },
  define: { __WEB__: JSON.stringify(here('.')), __SITE__: JSON.stringify(here('../../build/site')) },
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: here('node_modules/.tests'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(found.map((path) => [path.slice(0, -3), join(tests, path)])),
      output: { entryFileNames: '[name].mjs' },
      external: [/^node:/, 'axe-core', 'playwright-core', 'openapi-typescript'],
    },
  },
})
