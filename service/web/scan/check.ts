import { seemsBlank } from './blank'
import { formatOf, readHeader, type Format, type Header } from './header'

// What can be said of a file before it is sent. Limits come with the slot, from the rules; the server looks again.
export interface Limits {
  formats: string[]
  max_bytes: number
}

export type Objection =
  | { what: 'format' } // no picture of a kind that is taken
  | { what: 'empty' }
  | { what: 'damaged' }
  | { what: 'large'; bytes: number }
  | { what: 'blank' }
  | { what: 'coarse'; width: number; height: number }
  | { what: 'camera' }
  | { what: 'turned' }

export interface Checked {
  header: Header | null
  stops: Objection[] // it would be refused: it is not sent
  asks: Objection[] // it may well be refused: the person decides
}

// A4 at 150 dpi is 1240 wide; below this no seal is legible, whatever it is a scan of.
const kShortSide = 900

const isTaken = (format: Format | null, limits: Limits) =>
  format !== null && limits.formats.some((name) => name === format || (name === 'jpg' && format === 'jpeg'))

export function checkBytes(bytes: Uint8Array, size: number, limits: Limits): Checked {
  const header = readHeader(bytes)
  const stops: Objection[] = []
  const asks: Objection[] = []
  if (size === 0) stops.push({ what: 'empty' })
  else if (!isTaken(formatOf(bytes), limits)) stops.push({ what: 'format' })
  else if (header === null || header.width < 1 || header.height < 1) stops.push({ what: 'damaged' })
  if (size > limits.max_bytes) stops.push({ what: 'large', bytes: size })
  if (header && Math.min(header.width, header.height) < kShortSide) {
    asks.push({ what: 'coarse', width: header.width, height: header.height })
  }
  if (header?.camera) asks.push({ what: 'camera' })
  if (header?.turned) asks.push({ what: 'turned' })
  return { header, stops, asks }
}

// The header of a JPEG may stand behind a large profile and a preview.
const kHead_bytes = 512 * 1024

export async function check(file: Blob, limits: Limits): Promise<Checked> {
  const head = new Uint8Array(await file.slice(0, kHead_bytes).arrayBuffer())
  const checked = checkBytes(head, file.size, limits)
  if (checked.stops.length === 0 && (await seemsBlank(file))) checked.asks.unshift({ what: 'blank' })
  return checked
}
