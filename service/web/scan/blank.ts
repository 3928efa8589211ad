// A page without anything on it: seen small, every pixel is as bright as the others.
const kSide = 96
// Of 255. Paper alone stays below 2 on a flatbed; one line of print lifts it above 6.
const kSpread = 3

export function isBlank(pixels: Uint8ClampedArray): boolean {
  let sum = 0
  let squares = 0
  const count = pixels.length / 4
  for (let at = 0; at < pixels.length; at += 4) {
    const bright = 0.3 * pixels[at]! + 0.59 * pixels[at + 1]! + 0.11 * pixels[at + 2]!
    sum += bright
    squares += bright * bright
  }
  const mean = sum / count
  return Math.sqrt(Math.max(0, squares / count - mean * mean)) < kSpread
}

// Null: the browser cannot say; the server will.
export async function seemsBlank(file: Blob): Promise<boolean | null> {
  try {
    const picture = await createImageBitmap(file)
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = kSide
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(picture, 0, 0, kSide, kSide)
    picture.close()
    const drawn = context?.getImageData(0, 0, kSide, kSide)
    return drawn ? isBlank(drawn.data) : null
  } catch {
    return null
  }
}
