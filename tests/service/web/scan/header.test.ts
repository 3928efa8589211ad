import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { formatOf, readHeader } from '@/scan/header'

const kSamples = join(__WEB__, '../../samples')
const sample = (name: string) => new Uint8Array(readFileSync(join(kSamples, 'shipped', name)))

const png = (width: number, height: number) => {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}

const bmp = (width: number, height: number) => {
  const bytes = new Uint8Array(54)
  bytes.set([0x42, 0x4d])
  new DataView(bytes.buffer).setInt32(18, width, true)
  new DataView(bytes.buffer).setInt32(22, height, true)
  return bytes
}

// A JPEG of nothing but EXIF and a frame.
function jpeg(tags: [number, number][], bigEndian = true): Uint8Array {
  const exif = new Uint8Array(8 + 2 + 12 * tags.length)
  const view = new DataView(exif.buffer)
  const little = !bigEndian
  exif.set(little ? [0x49, 0x49] : [0x4d, 0x4d])
  view.setUint16(2, 42, little)
  view.setUint32(4, 8, little)
  view.setUint16(8, tags.length, little)
  tags.forEach(([tag, value], i) => {
    view.setUint16(10 + 12 * i, tag, little)
    view.setUint16(18 + 12 * i, value, little)
  })
  const length = 2 + 6 + exif.length
  const app1 = [0xff, 0xe1, length >> 8, length & 255, 0x45, 0x78, 0x69, 0x66, 0, 0, ...exif]
  const frame = [0xff, 0xc0, 0, 11, 8, 0x09, 0x23, 0x06, 0x76, 1, 1, 0x11, 0]
  return new Uint8Array([0xff, 0xd8, ...app1, ...frame, 0xff, 0xd9])
}

test('the format is told by the bytes', () => {
  assert.equal(formatOf(png(1, 1)), 'png')
  assert.equal(formatOf(bmp(1, 1)), 'bmp')
  assert.equal(formatOf(sample('id_card/accepted.jpg')), 'jpeg')
  assert.equal(formatOf(new TextEncoder().encode('%PDF-1.7')), null)
  assert.equal(formatOf(new Uint8Array()), null)
})

test('every shipped sample tells its size', () => {
  let read = 0
  for (const folder of readdirSync(join(kSamples, 'shipped'), {
    withFileTypes: true,
  })) {
    if (!folder.isDirectory()) continue
    for (const file of readdirSync(join(kSamples, 'shipped', folder.name)).filter((name) => name.endsWith('.jpg'))) {
      const header = readHeader(sample(`${folder.name}/${file}`))
      assert.ok(header && header.width > 300 && header.height > 300, `${folder.name}/${file}`)
      read += 1
    }
  }
  assert.ok(read > 20)
})

test('sizes of PNG and of BMP either way up', () => {
  assert.deepEqual(readHeader(png(1654, 2339)), {
    format: 'png',
    width: 1654,
    height: 2339,
    turned: false,
    camera: false,
  })
  assert.equal(readHeader(bmp(800, -600))?.height, 600)
})

for (const bigEndian of [true, false]) {
  test(`EXIF tells the turn and the camera, ${bigEndian ? 'big' : 'little'} end first`, () => {
    const plain = readHeader(jpeg([[0x0112, 1]], bigEndian))
    assert.deepEqual(plain, {
      format: 'jpeg',
      width: 0x0676,
      height: 0x0923,
      turned: false,
      camera: false,
    })
    assert.equal(readHeader(jpeg([[0x0112, 6]], bigEndian))?.turned, true)
    assert.equal(readHeader(jpeg([[0x010f, 0]], bigEndian))?.camera, true)
  })
}

test('hostile files end in null and never in an exception', () => {
  for (const file of readdirSync(join(kSamples, 'hostile'))) {
    if (!/\.(jpg|png|bmp)$/.test(file)) continue
    const bytes = new Uint8Array(readFileSync(join(kSamples, 'hostile', file)))
    for (const end of [0, 1, 3, 10, 20, 40, bytes.length]) readHeader(bytes.subarray(0, end))
  }
  for (let end = 0; end < 80; end++) readHeader(jpeg([[0x0112, 6]]).subarray(0, end))
})
