export type { HistoryEntry, Order, OrderLine, Project, Slot } from '@/api/types'
import type { List, Project } from '@/api/types'
export type Catalogue = List<Project>
