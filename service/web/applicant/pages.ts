import type { Page } from './router'

// Every address of the site. A page comes when it is opened, so that a first visit fetches little.
export const pages: Page[] = [
  { pattern: '/', load: () => import('./pages/OrdersPage.vue') },
  { pattern: '/sign-in', load: () => import('./pages/SignInPage.vue'), open: true },
  { pattern: '/register', load: () => import('./pages/RegisterPage.vue'), open: true },
  { pattern: '/reset', load: () => import('./pages/ResetPage.vue'), open: true },
  { pattern: '/phone', load: () => import('./pages/PhoneChangePage.vue'), open: true },
  { pattern: '/help', load: () => import('./pages/HelpPage.vue'), open: true },
  { pattern: '/apply', load: () => import('./pages/ProjectsPage.vue') },
  { pattern: '/apply/{project}', load: () => import('./pages/ApplyPage.vue') },
  { pattern: '/orders/{order}', load: () => import('./pages/OrderPage.vue') },
  { pattern: '/orders/{order}/form', load: () => import('./pages/FormPage.vue') },
  { pattern: '/orders/{order}/mend', load: () => import('./pages/MendPage.vue') },
  { pattern: '/certificates', load: () => import('./pages/CertificatesPage.vue') },
  { pattern: '/account', load: () => import('./pages/AccountPage.vue') },
]
