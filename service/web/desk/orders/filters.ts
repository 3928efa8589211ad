// What a list of orders is narrowed to.

export interface Filters {
  status: string
  organisation: string
  late: boolean
}

export const kStatuses = [
  'not_submitted',
  'under_review',
  'review_passed',
  'review_failed',
  'in_process',
  'certificate_made',
  'issued',
] as const

export const filtersOf = (query: URLSearchParams): Filters => ({
  status: query.get('status') ?? '',
  organisation: query.get('organisation') ?? '',
  late: query.get('late') === 'true',
})
