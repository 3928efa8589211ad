import { signedIn } from './session'

const kAccount = /^[0-9a-f]{32}$/
const kEnough = 8 // to tell colleagues apart

// The server names people by their accounts' numbers: one's own is told by the name, another's by how it begins.
export function personText(id: string | null | undefined): string {
  if (!id) return '—'
  if (id === signedIn.value?.id) return signedIn.value.name
  return kAccount.test(id) ? id.slice(0, kEnough) : id
}
