import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [vue()],
  resolve: { alias: { '@': here('.') } },
  define: {
    // The pages are written with the composition interface alone.
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: here('../../build/site'),
    emptyOutDir: true,
    manifest: true,
    // What the people it is for have: WeChat's web view, 360, Edge and iPhones of some years.
    target: ['chrome87', 'edge88', 'safari14'],
    // No script and no picture inside the page: the policy of the site forbids them.
    assetsInlineLimit: 0,
    // kB before compression: charts and editor are larger than Vite's 500, and are fetched by who opens them.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { applicant: here('index.html'), phone: here('m/index.html'), desk: here('desk/index.html') },
    },
  },
  server: { proxy: { '/api': process.env.VERMILION_SERVER ?? 'http://127.0.0.1:8080' } },
})
