import type { PageRow } from './router'
import type { Role } from './wire/account'

// Every page of the desk, who may open it and where it stands in the menu. Viewer, editor and charts come with theirs.

const CASES: Role[] = ['reviewer', 'operator', 'finance', 'auditor']

export const pages: PageRow[] = [
  {
    path: 'review',
    title: 'page.queue',
    roles: ['reviewer'],
    group: 'group.review',
    load: () => import('./review/QueuePage.vue'),
  },
  { path: 'review/:order', title: 'page.case', roles: ['reviewer'], load: () => import('./review/CasePage.vue') },

  {
    path: 'post-room',
    title: 'page.post_room',
    roles: ['operator'],
    group: 'group.handling',
    load: () => import('./operator/PostRoomPage.vue'),
  },
  {
    path: 'making',
    title: 'page.making',
    roles: ['operator'],
    group: 'group.handling',
    load: () => import('./operator/MakingPage.vue'),
  },
  {
    path: 'dispatch',
    title: 'page.dispatch',
    roles: ['operator'],
    group: 'group.handling',
    load: () => import('./operator/DispatchPage.vue'),
  },
  {
    path: 'supplements',
    title: 'page.supplements',
    roles: ['operator'],
    group: 'group.handling',
    load: () => import('./operator/SupplementsPage.vue'),
  },
  {
    path: 'calls',
    title: 'page.calls',
    roles: ['operator'],
    group: 'group.handling',
    load: () => import('./operator/CallsPage.vue'),
  },
  {
    path: 'overdue',
    title: 'page.overdue',
    roles: ['operator', 'finance', 'auditor'],
    group: 'group.handling',
    load: () => import('./operator/OverduePage.vue'),
  },
  {
    path: 'organisations',
    title: 'page.organisations',
    roles: ['operator'],
    group: 'group.handling',
    load: () => import('./operator/OrganisationsPage.vue'),
  },
  {
    path: 'hall',
    title: 'page.hall',
    roles: ['operator'],
    group: 'group.handling',
    load: () => import('./operator/HallPage.vue'),
  },

  {
    path: 'refunds',
    title: 'page.refunds',
    roles: ['finance', 'operator'],
    group: 'group.money',
    load: () => import('./operator/RefundsPage.vue'),
  },
  {
    path: 'invoices',
    title: 'page.invoices',
    roles: ['finance', 'operator'],
    group: 'group.money',
    load: () => import('./operator/InvoicesPage.vue'),
  },
  {
    path: 'reconciliation',
    title: 'page.reconciliation',
    roles: ['finance'],
    group: 'group.money',
    load: () => import('./operator/ReconciliationPage.vue'),
  },

  {
    path: 'second-person',
    title: 'page.second',
    roles: ['reviewer', 'operator', 'finance'],
    group: 'group.shared',
    load: () => import('./operator/SecondPersonPage.vue'),
  },
  {
    path: 'orders',
    title: 'page.orders',
    roles: CASES,
    group: 'group.shared',
    load: () => import('./orders/OrdersPage.vue'),
  },
  { path: 'orders/:order', title: 'page.order', roles: CASES, load: () => import('./orders/OrderPage.vue') },

  {
    path: 'rules',
    title: 'page.drafts',
    roles: ['rule_author'],
    group: 'group.rules',
    load: () => import('./rules/DraftsPage.vue'),
  },
  {
    path: 'rules/drafts/:draft',
    title: 'page.studio',
    roles: ['rule_author'],
    load: () => import('./rules/StudioPage.vue'),
  },
  {
    path: 'precision',
    title: 'page.precision',
    roles: ['reviewer', 'rule_author', 'auditor'],
    group: 'group.rules',
    load: () => import('./rules/PrecisionPage.vue'),
  },

  {
    path: 'ledger',
    title: 'page.ledger',
    roles: ['auditor'],
    group: 'group.oversight',
    load: () => import('./audit/LedgerPage.vue'),
  },
  {
    path: 'views',
    title: 'page.views',
    roles: ['auditor'],
    group: 'group.oversight',
    load: () => import('./audit/ViewsPage.vue'),
  },
  {
    path: 'statistics',
    title: 'page.statistics',
    roles: ['auditor', 'finance', 'operator'],
    group: 'group.oversight',
    load: () => import('./audit/StatisticsPage.vue'),
  },
  {
    path: 'jobs',
    title: 'page.jobs',
    roles: ['operator', 'auditor'],
    group: 'group.oversight',
    load: () => import('./audit/JobsPage.vue'),
  },

  {
    path: 'staff',
    title: 'page.staff',
    roles: ['admin'],
    group: 'group.admin',
    load: () => import('./admin/StaffPage.vue'),
  },
  {
    path: 'health',
    title: 'page.health',
    roles: ['admin', 'auditor', 'operator'],
    group: 'group.admin',
    load: () => import('./admin/HealthPage.vue'),
  },
  {
    path: 'webhooks',
    title: 'page.webhooks',
    roles: ['admin'],
    group: 'group.admin',
    load: () => import('./admin/WebhooksPage.vue'),
  },

  { path: 'account', title: 'page.account', roles: [], load: () => import('./session/AccountPage.vue') },
]

export function mayOpen(page: PageRow, roles: Role[]): boolean {
  return page.roles.length === 0 || page.roles.some((role) => roles.includes(role))
}
