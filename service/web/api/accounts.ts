import { call } from './client'
import type {
  Captcha,
  CaptchaAnswer,
  CreditCode,
  List,
  Me,
  PasswordReset,
  PhoneChange,
  Purpose,
  Registration,
  Seat,
  SessionLine,
  SignIn,
} from './types'

export const drawCaptcha = () => call<Captcha>('POST', '/api/v1/captchas')
export const readCreditCode = (credit_code: string, signal?: AbortSignal) =>
  call<CreditCode>('POST', '/api/v1/credit-codes', { body: { credit_code }, signal })
export const sendCode = (body: { purpose: Purpose; credit_code: string; mobile: string; captcha: CaptchaAnswer }) =>
  call<{ wait_s: number }>('POST', '/api/v1/codes', { body })
export const register = (body: Registration, key: string) => call<Me>('POST', '/api/v1/registrations', { body, key })
export const resetPassword = (body: PasswordReset) => call<null>('POST', '/api/v1/password-resets', { body })
export const changePhone = (body: PhoneChange, key: string) =>
  call<unknown>('POST', '/api/v1/phone-changes', { body, key })

export const signIn = (body: SignIn) => call<Me>('POST', '/api/v1/sessions', { body })
export const signOut = (session = 'current') =>
  call<null>('DELETE', '/api/v1/sessions/{session}', { path: { session } })
export const listSessions = () => call<List<SessionLine>>('GET', '/api/v1/sessions')

export const whoAmI = () => call<Me>('GET', '/api/v1/me')
export const confirmName = () => call<null>('POST', '/api/v1/me/name-confirmation')
export const changePassword = (old: string, fresh: string) =>
  call<null>('PUT', '/api/v1/me/password', { body: { old, new: fresh } })

export const listSeats = () => call<List<Seat>>('GET', '/api/v1/seats')
export const addSeat = (body: { person: string; mobile: string }, key: string) =>
  call<Seat>('POST', '/api/v1/seats', { body, key })
export const removeSeat = (seat: string) => call<null>('DELETE', '/api/v1/seats/{seat}', { path: { seat } })
