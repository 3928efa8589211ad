// A picture as the server has it on its desk: as it is stored, whatever a camera says of it, and turned by what the report
// says. Boxes of findings are measured on that. Its address is let go by whoever asked.
export async function uprightPicture(file: Blob, clockwise_deg: number): Promise<string> {
  const stored = await createImageBitmap(file, { imageOrientation: 'none' })
  const lies = clockwise_deg % 180 !== 0
  const canvas = document.createElement('canvas')
  canvas.width = lies ? stored.height : stored.width
  canvas.height = lies ? stored.width : stored.height
  const context = canvas.getContext('2d')!
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((clockwise_deg * Math.PI) / 180)
  context.drawImage(stored, -stored.width / 2, -stored.height / 2)
  stored.close()
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done))
  if (!drawn) throw new Error('the picture cannot be drawn')
  return URL.createObjectURL(drawn)
}
