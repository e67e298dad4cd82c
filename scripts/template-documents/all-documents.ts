import { inspectionDocuments } from './inspection.ts'
import { landDocuments } from './land.ts'
import { mediationDocuments } from './mediation.ts'
import { meetingDocuments } from './meetings.ts'
import { petitionDocuments } from './petitions.ts'
import { reliefDocuments } from './relief.ts'
import type { TemplateDocument } from './template-document.ts'
import { dibaoShenqingbiao } from './templates/dibao-shenqingbiao.ts'
import { villageDocuments } from './village.ts'

/** Every template the starter channel carries. */
export const allTemplateDocuments: readonly TemplateDocument[] = [
  ...landDocuments,
  ...reliefDocuments,
  dibaoShenqingbiao,
  ...petitionDocuments,
  ...meetingDocuments,
  ...villageDocuments,
  ...inspectionDocuments,
  ...mediationDocuments,
]
