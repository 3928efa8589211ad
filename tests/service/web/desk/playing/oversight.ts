import { digestOf, hoursAgo } from './orders'
import type { Rows } from './server'

// What is looked at and not changed: ledger, views, figures, people.

const kDays = Array.from({ length: 14 }, (_, index) => ({
  date: `2026-11-${String(index + 8).padStart(2, '0')}`,
  begun: 20 + index,
  submitted: 18 + ((index * 7) % 9),
  approved: 14 + ((index * 5) % 6),
  rejected: 3 + (index % 4),
  paid: 12,
  made: 11,
  verdicts: {
    accept: 70 + index,
    refer: 14 + (index % 5),
    reject: 5,
    unreadable: index % 2,
  },
  waited_median_s: 2400 + index * 100,
  waited_longest_s: 9000 + index * 900,
}))

export const oversight: Rows = {
  'GET audit/ledger': () => ({
    items: [
      {
        number: 1042,
        stream: '26YT7002',
        position: 14,
        kind: 'paper_accepted',
        at: hoursAgo(3),
        hash: digestOf('e2'),
        erased: false,
        body: { by: { role: 'post_room', id: 'operator-1' } },
        changes: [
          { path: '/paper_right_at', before: null, after: 1795376006 },
          { path: '/stage', before: 'paper_received', after: 'paper_right' },
          {
            path: '/documents/licence/decision',
            before: 'none',
            after: 'accepted',
          },
          { path: '/claim', before: null, after: { reviewer: 'reviewer-1', until: 1795377806 } },
          { path: '/weather', before: null, after: 'fair' },
        ],
      },
      {
        number: 1041,
        stream: '26YT7001',
        position: 9,
        kind: 'recipient_changed',
        at: hoursAgo(4),
        hash: digestOf('e1'),
        erased: true,
        body: null,
        changes: [],
      },
    ],
    next: null,
  }),
  'GET audit/views': () => ({
    items: [
      {
        number: 7,
        at: hoursAgo(1),
        viewer: 'reviewer-1',
        order: '26YT7001',
        slot: 'id_card',
        version: 1,
        why: 'review',
        request: 'r-19',
      },
    ],
    next: null,
  }),
  'GET audit/verification': () => ({
    entries: 1042,
    head: { number: 1042, hash: digestOf('e2') },
    marks: 3,
    bad: null,
    text: '',
  }),
  'GET statistics': () => ({ items: kDays, next: null }),
  'GET reconciliation': () => ({
    items: [
      {
        day: '2026-11-20',
        channel: 'wechat',
        at: hoursAgo(20),
        bookings: 31,
        differences: [],
      },
      {
        day: '2026-11-20',
        channel: 'alipay',
        at: hoursAgo(20),
        bookings: 12,
        differences: [
          {
            kind: 'missing_here',
            here: null,
            there: {
              attempt: '26YT7003-1',
              refund: null,
              transaction: '2026112022001',
              amount_fen: 22000,
            },
          },
        ],
      },
    ],
    next: null,
  }),
  'GET jobs/dead': () => ({
    items: [
      {
        id: 'j1',
        key: 'sms/26YT7003',
        stream: '26YT7003',
        kind: 'send_sms',
        tries: 8,
        reason: 'isv.MOBILE_NUMBER_ILLEGAL',
      },
    ],
    next: null,
  }),
  'POST hall-keys': () => ({ fresh: 12, known: 3, refused: [] }),
  'GET staff': () => ({
    items: [
      {
        id: 's1',
        login: 'shenhe',
        name: '样例审核',
        roles: ['reviewer'],
        disabled: false,
        second_factor: true,
        made_at: hoursAgo(900),
      },
      {
        id: 's2',
        login: 'guize',
        name: '样例规则',
        roles: ['rule_author', 'auditor'],
        disabled: true,
        second_factor: false,
        made_at: hoursAgo(400),
      },
    ],
    next: null,
  }),
  'GET webhooks': () => ({
    items: [
      {
        id: 'w1',
        client: '交易平台',
        url: 'https://platform.example.com/hook',
        events: ['approved', 'issued'],
        failures: 2,
        reason: 'HTTP 503',
        gone: false,
        dead_letters: 1,
      },
    ],
    next: null,
  }),
  'GET sessions': () => ({
    items: [
      {
        id: 'x1',
        current: true,
        agent: 'Chromium',
        begun_at: hoursAgo(5),
        used_at: hoursAgo(0),
        expires: hoursAgo(-5),
      },
    ],
    next: null,
  }),
  'GET phone-changes': () => ({
    items: [
      {
        credit_code: '91369999128467558J',
        name: '江西石青环保科技有限公司',
        mobile_masked: '138****0001',
        new_mobile_masked: '139****0009',
        reason: '原经办人离职',
        asked_at: hoursAgo(6),
        registered_at: hoursAgo(9000),
      },
    ],
    next: null,
  }),
}
