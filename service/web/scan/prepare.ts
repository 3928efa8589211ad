import { formatOf } from './header'

// The file as it is sent: with the type it really has. Only a BMP over the limit is changed, into a PNG, which loses
// nothing; anything that loses would destroy what is judged.
export async function prepared(file: Blob, max_bytes: number): Promise<Blob> {
  const format = formatOf(new Uint8Array(await file.slice(0, 8).arrayBuffer()))
  if (format === 'bmp' && file.size > max_bytes) return (await asPng(file)) ?? file
  return format ? new Blob([file], { type: `image/${format}` }) : file
}

async function asPng(file: Blob): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file)
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    picture.close()
    return await new Promise((done) => canvas.toBlob(done, 'image/png'))
  } catch {
    return null
  }
}
