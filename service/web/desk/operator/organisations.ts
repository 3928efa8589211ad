import { get, part, post, remove } from '../wire/client'
import type { Page } from '../wire/order'

export interface Organisation {
  credit_code: string
  state: 'unregistered' | 'registered' | 'superseded'
  name: string
  former_names: string[]
  name_is_confirmed: boolean
  mobile_masked: string
  registered_at: string | null
  superseded_by: string | null
  seats: { id: string; person_masked: string; mobile_masked: string }[]
  main_keys: { project: string; state: string; serial: string }[]
  phone_change: boolean
  rename: boolean
}

export interface PhoneChange {
  credit_code: string
  name: string
  mobile_masked: string
  new_mobile_masked: string
  reason: string
  asked_at: string
}

export interface RenameSubject {
  text: string
  digest: string
  asked_by: string
  asked_at: string
  wrong: string
  right: string
  differs_only_in_width: boolean
  reason: string
}

const of = (code: string) => `organisations/${part(code)}`

export const organisationOf = (code: string) => get<Organisation>(of(code))
export const phoneChanges = (signal?: AbortSignal) =>
  get<Page<PhoneChange>>('phone-changes', {}, signal).then((page) => page.items)
export const approvePhone = (code: string) => post(`phone-changes/${part(code)}/approval`)
export const refusePhone = (code: string, reason: string) => post(`phone-changes/${part(code)}/refusal`, { reason })
export const phoneMaterial = (code: string) => `/api/v1/phone-changes/${part(code)}/material`
export const askRename = (code: string, rename: { wrong: string; right: string; reason: string; evidence: string }) =>
  post(`${of(code)}/renames`, rename)
export const renameSubject = (code: string) => get<RenameSubject>(`${of(code)}/renames/subject`)
export const confirmRename = (code: string, digest: string) => post(`${of(code)}/renames/confirmation`, { digest })
export const dropRename = (code: string) => remove(`${of(code)}/renames`)
