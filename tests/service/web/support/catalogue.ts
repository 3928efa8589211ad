import { coded, slots } from './an_order'
import type { Catalogue, Project } from './shapes'

// What can be applied for, and the certificates there are.

const kFiles: Project['operations'][number]['variants'][number]['slots'][number]['files'] = {
  formats: ['jpeg', 'png', 'bmp'],
  max_bytes: 1024 * 1024,
}
const terms = () =>
  slots().map(({ id, name, help, from_template }) => ({
    id,
    name,
    help,
    from_template,
    files: kFiles,
    alternatives:
      id === 'licence'
        ? [
            {
              id: 'electronic_licence',
              name: { zh: '电子营业执照', en: 'Electronic licence' },
              help,
            },
            {
              id: 'licence_copy',
              name: { zh: '营业执照副本复印件', en: 'Copy of the licence' },
              help,
            },
          ]
        : [{ id, name, help }],
  }))

const variant = (id: string, zh: string, en: string, fee_fen: number | null, per_year = false) => ({
  id,
  name: { zh, en },
  fee_fen,
  per_year,
  main_key: id === 'main',
  seal: id === 'main',
  open: fee_fen !== null,
  slots: per_year ? [] : terms(),
  paper: [],
  form: { sections: [], mobile: [] },
})

const project = (id: string, zh: string, en: string, over: Partial<Project>): Project => ({
  id,
  name: { zh, en },
  scope: {
    zh: `用于登录${zh}的相关系统，不含国土交易系统。`,
    en: `Serves the systems of ${en} only.`,
  },
  draft: false,
  open: true,
  rules: 'd'.repeat(64),
  region: { prefix: '36', organisations: 'any' },
  eligibility: [],
  hall_only: {
    operations: ['change', 'cancel'],
    notice: {
      zh: '变更和注销请到办证大厅办理，材料与线上不同，请先致电。',
      en: 'Changes are done at the hall; please call first.',
    },
    phone: '4008001040',
  },
  agreement: null,
  verification: true,
  one_main_key: true,
  operations: [
    {
      id: 'new',
      name: { zh: '新制', en: 'New certificate' },
      notice: {
        zh: '每个单位只能办理一个含签章的主锁，其余皆为无章副锁。',
        en: 'One main key with a seal for each organisation.',
      },
      without_documents: false,
      revokes_chosen: false,
      offered: true,
      variants: [
        variant('main', '主锁（含电子签章）', 'Main key with electronic seal', 22000),
        variant('sub', '副锁（无电子签章）', 'Sub key without seal', 19000),
      ],
    },
  ],
  methods: ['wechat', 'alipay'],
  freight: { to_us: 'applicant', to_applicant: 'collect', courier: 'SF' },
  sla: { making: 3, invoice: 3, invoice_late: 5 },
  texts: {
    payment: {
      zh: '如看不到付款码，请先刷新页面。',
      en: 'If you see no code, load the page again.',
    },
    mailing: {
      zh: '左上角用回形针夹住，不需装订。',
      en: 'A paper clip at the top left, no staples.',
    },
    contact: {
      zh: '请经办人接听南昌拨入的电话。',
      en: 'The agent should answer calls from Nanchang.',
    },
  },
  ...over,
})

export const catalogue = (): Catalogue => ({
  items: [
    project('jiangxi_public_resources', '江西省公共资源交易', 'Jiangxi Public Resources Trading', {
      eligibility: [
        {
          ask: {
            zh: '本单位是已经取得统一社会信用代码证件且尚未注销的法人机构吗？',
            en: 'Is the organisation a legal person with a credit code?',
          },
        },
      ],
    }),
    project('housing_outside', '江西省住建厅外省企业', 'Jiangxi Housing, other provinces', {
      region: { prefix: '36', organisations: 'outside' },
      verification: false,
      agreement: {
        version: '3f1c9a0b77de',
        name: { zh: 'JXCA数字证书电子认证服务协议', en: 'JXCA agreement' },
      },
    }),
    project('jiangxi_construction_group', '江西建工集团', 'Jiangxi Construction Group', {
      operations: [
        {
          id: 'reissue',
          name: { zh: '补办', en: 'Reissue' },
          notice: {
            zh: '补办后，原证书将自动注销，且无法再恢复！',
            en: 'The chosen certificate is revoked for good.',
          },
          without_documents: false,
          revokes_chosen: true,
          offered: true,
          variants: [variant('sealed', '含电子签章', 'With seal', 13000)],
        },
      ],
    }),
    project('medical_procurement', '医药采购', 'Medical procurement', {
      draft: true,
      open: false,
    }),
  ],
  next: null,
})

export const kCertificates = {
  items: [
    {
      serial: '4F00AA',
      key_id: 'KEY-1',
      project: coded('jiangxi_construction_group', '江西建工集团', 'Jiangxi Construction Group'),
      valid_until: '2026-12-01T00:00:00Z',
      main_key: true,
      revoked: false,
      can: { reissue: true, renew: false },
    },
    {
      serial: '4F00AB',
      key_id: 'KEY-2',
      project: coded('yingtan_sunshine', '鹰潭市阳光采购服务平台', 'Yingtan Sunshine Procurement'),
      valid_until: '2026-12-15T00:00:00Z',
      main_key: false,
      revoked: false,
      can: { reissue: false, renew: true },
    },
  ],
  next: null,
}
