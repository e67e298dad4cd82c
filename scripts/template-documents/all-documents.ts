import { landDocuments } from './land.ts'
import type { TemplateDocument } from './template-document.ts'

/** Every template the starter channel carries. */
export const allTemplateDocuments: readonly TemplateDocument[] = [...landDocuments]
