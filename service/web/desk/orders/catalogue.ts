import { computed, shallowRef } from 'vue'

import { listProjects } from '@/api/orders'
import type { Project } from '@/api/types'
import { said, type Text } from '../words'

// What can be applied for, asked for once by the first who needs a name: documents, projects and what is done in them are
// told by their names. What only a draft of the rules knows has no other name than its own.

const known = shallowRef<Project[]>()
let asking: Promise<void> | undefined

async function ask(): Promise<void> {
  const told = await listProjects()
  if (told.ok) known.value = told.value.items
  else asking = undefined
}

function projects(): Project[] {
  if (!known.value) void (asking ??= ask())
  return known.value ?? []
}

const operations = computed(() => projects().flatMap((project) => project.operations))
const variants = computed(() => operations.value.flatMap((operation) => operation.variants))
const documents = computed(() => variants.value.flatMap((variant) => variant.slots))

interface Named {
  id: string
  name: Text
}

// Of several under one name the first: they are called alike.
const nameIn = (all: Named[], id: string): string => said(all.find((one) => one.id === id)?.name) || id

export const documentText = (id: string): string => nameIn(documents.value, id)
export const projectText = (id: string): string => nameIn(projects(), id)
export const operationText = (id: string): string => nameIn(operations.value, id)
export const variantText = (id: string): string => nameIn(variants.value, id)

export const documentsKnown = computed(() =>
  [...new Set(documents.value.map(({ id }) => id))].map((id) => ({ id, name: documentText(id) })),
)
