// Put in by service/web/vite.tests.config.ts, since a bundled test does not lie where it was written.
declare const __WEB__: string
declare const __SITE__: string
