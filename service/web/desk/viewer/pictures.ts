// Pictures fetched before they are looked at. The server forbids browsers to keep them (they show people's papers), so
// they live here, in memory, as long as they may be needed.

const KEPT_AT_MOST = 24 // two orders of a dozen pictures

const kept = new Map<string, Promise<string>>()

async function fetched(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`picture: ${response.status}`)
  return URL.createObjectURL(await response.blob())
}

function drop(address: string): void {
  const gone = kept.get(address)
  kept.delete(address)
  void gone?.then((url) => URL.revokeObjectURL(url)).catch(() => {})
}

// The address of the picture in this browser's memory. What was asked for last goes last.
export function pictureAt(address: string): Promise<string> {
  if (address.startsWith('blob:')) return Promise.resolve(address) // is here already, and whoever made it lets it go
  const known = kept.get(address)
  kept.delete(address)
  const picture = known ?? fetched(address)
  kept.set(address, picture)
  picture.catch(() => kept.delete(address))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_AT_MOST) break
    drop(oldest)
  }
  return picture
}

// Decoded too, so that it is there when it is to be shown.
export async function prepare(address: string): Promise<void> {
  const picture = new Image()
  picture.src = await pictureAt(address)
  await picture.decode().catch(() => {})
}

export function forgetPictures(): void {
  for (const address of [...kept.keys()]) drop(address)
}
