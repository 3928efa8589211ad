import type { Project } from '@/api/types'

// Digits 3 and 4 of a credit code name the province of registration; a project says which it is for. Told before the
// order is begun, since its project can never be changed.
export function regionDoubt(
  project: Project | undefined,
  credit_code: string,
): 'region.inside' | 'region.outside' | null {
  const region = project?.region
  if (!region || credit_code.length !== 18) return null
  const inside = credit_code.slice(2, 2 + region.prefix.length) === region.prefix
  if (region.organisations === 'inside' && !inside) return 'region.outside'
  return region.organisations === 'outside' && inside ? 'region.inside' : null
}
