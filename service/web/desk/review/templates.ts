import type { Text } from '@/messages/messages'

// Words reviewers write again and again; they are put into the field, to be changed there.
export const templates: Text[] = [
  { zh: '盖章不清晰，请重新盖章后扫描上传', en: 'The seal is not clear: stamp again, scan and upload' },
  { zh: '请用扫描仪扫描原件，不要拍照', en: 'Scan the original with a scanner, no photos' },
  { zh: '印章压住了关键信息，请盖在空白处', en: 'The seal covers key information: stamp a blank area' },
  { zh: '请重新下载本订单的表格，打印盖章后上传', en: "Download this order's form again, print, stamp and upload it" },
]

export const freeReason = (words: string): string => words.trim()
