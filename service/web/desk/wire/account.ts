// People of the staff.

export type Role = 'applicant' | 'reviewer' | 'operator' | 'finance' | 'rule_author' | 'auditor' | 'admin'

export const kStaffRoles: Role[] = ['reviewer', 'operator', 'finance', 'rule_author', 'auditor', 'admin']

export interface Me {
  id: string
  name: string
  roles: Role[]
  organisation: unknown
  second_factor: boolean
}

export interface StaffMember {
  id: string
  login: string
  name: string
  roles: Role[]
  disabled: boolean
  second_factor: boolean
  made_at: string
}
