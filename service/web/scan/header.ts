// What the first bytes of a picture tell: its real format whatever its name says, its size, how it is to be turned, and
// whether a camera made it. Reads the header and no pixel.
export type Format = 'jpeg' | 'png' | 'bmp'

export interface Header {
  format: Format
  width: number
  height: number
  turned: boolean // EXIF: shown otherwise than it is stored
  camera: boolean // EXIF names the maker of a camera
}

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

export function formatOf(bytes: Uint8Array): Format | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes[0] === 0x89 && ascii(bytes, 1, 4) === 'PNG') return 'png'
  return ascii(bytes, 0, 2) === 'BM' ? 'bmp' : null
}

const kMake = 0x010f
const kOrientation = 0x0112

function exif(view: DataView, from: number, to: number): { turned: boolean; camera: boolean } {
  const told = { turned: false, camera: false }
  const little = view.getUint16(from) === 0x4949
  const directory = from + view.getUint32(from + 4, little)
  const entries = view.getUint16(directory, little)
  for (let at = directory + 2, i = 0; i < entries && at + 12 <= to; at += 12, i++) {
    const tag = view.getUint16(at, little)
    if (tag === kOrientation) told.turned = view.getUint16(at + 8, little) > 1
    if (tag === kMake) told.camera = true
  }
  return told
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function jpeg(view: DataView, bytes: Uint8Array): Header | null {
  let told = { turned: false, camera: false }
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xe1 && ascii(bytes, at + 4, at + 8) === 'Exif') {
      told = exif(view, at + 10, at + 2 + view.getUint16(at + 2))
    }
    if (isFrame(marker)) {
      return { format: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), ...told }
    }
  }
  return null
}

// Null: a picture that is cut off or damaged before its size is told.
export function readHeader(bytes: Uint8Array): Header | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flat = { turned: false, camera: false }
  try {
    switch (formatOf(bytes)) {
      case 'jpeg':
        return jpeg(view, bytes)
      case 'png':
        return { format: 'png', width: view.getUint32(16), height: view.getUint32(20), ...flat }
      case 'bmp':
        return { format: 'bmp', width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)), ...flat }
      default:
        return null
    }
  } catch {
    return null // ends before it should
  }
}
