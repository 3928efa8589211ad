import { asked, type Asked } from '@/api/asked'
import { listProjects } from '@/api/orders'
import type { List, OperationTerms, Project, Variant } from '@/api/types'

let known: Asked<List<Project>> | undefined

// Asked for once a visit; whoever comes to need it waits for the same answer.
export const catalogue = (): Asked<List<Project>> => (known ??= asked(listProjects))

export const projectNamed = (list: List<Project> | null, id: string): Project | undefined =>
  list?.items.find((project) => project.id === id)

export const operationOf = (project: Project | undefined, id: string): OperationTerms | undefined =>
  project?.operations.find((operation) => operation.id === id)

export const variantOf = (operation: OperationTerms | undefined, id: string): Variant | undefined =>
  operation?.variants.find((variant) => variant.id === id)
