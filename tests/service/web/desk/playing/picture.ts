// A drawn page instead of a scan: lines of text, a round red seal, at the size the reports measure on.

export const kPage = { width: 1654, height: 2339 }
export const kSeal = { x: 980, y: 1600, side: 420 }

const star = (x: number, y: number, r: number): string =>
  Array.from({ length: 10 }, (_, index) => {
    const [angle, reach] = [(index * Math.PI) / 5 - Math.PI / 2, index % 2 ? r * 0.4 : r]
    return `${(x + Math.cos(angle) * reach).toFixed(1)},${(y + Math.sin(angle) * reach).toFixed(1)}`
  }).join(' ')

export function drawn(title: string, organisation: string, code: string): string {
  const middle = { x: kSeal.x + kSeal.side / 2, y: kSeal.y + kSeal.side / 2 }
  const lines = [
    `名　　称　${organisation}`,
    `统一社会信用代码　${code}`,
    '类　　型　有限责任公司',
    '住　　所　仿城市样县拟镇例成路 8 号',
    '经营范围　工程施工；技术咨询；材料销售',
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${kPage.width}" height="${kPage.height}" viewBox="0 0 ${kPage.width} ${kPage.height}" font-family="Noto Sans CJK SC, sans-serif">
<rect width="100%" height="100%" fill="#fdfcf8"/><rect x="60" y="60" width="1534" height="2219" fill="none" stroke="#444" stroke-width="4"/>
<text x="827" y="330" font-size="92" font-weight="700" text-anchor="middle" fill="#222">${title}</text>
${lines.map((line, index) => `<text x="210" y="${620 + index * 150}" font-size="46" fill="#222">${line}</text>`).join('')}
<g fill="none" stroke="#c8322b" opacity="0.86"><circle cx="${middle.x}" cy="${middle.y}" r="${kSeal.side / 2}" stroke-width="14"/>
<polygon points="${star(middle.x, middle.y, 62)}" fill="#c8322b"/><path id="arc" d="M${middle.x - 155} ${middle.y + 40} A160 160 0 1 1 ${middle.x + 155} ${middle.y + 40}" stroke="none"/>
<text font-size="44" fill="#c8322b" stroke="none" letter-spacing="10"><textPath href="#arc" startOffset="50%" text-anchor="middle">${organisation}</textPath></text></g></svg>`
}
