import type { FileChild } from 'docx'
import { buildDocument } from '../../library/documents/build-document.ts'
import { type PageLayout, pageProperties } from '../../library/documents/page.ts'

/** One form or official document; `identifier` names the .docx and the .md beside it. */
export type TemplateDocument = {
  readonly identifier: string
  readonly title: string
  readonly layout: PageLayout
  /** Page numbers as official documents print them: — 1 —. */
  readonly numbered?: boolean
  readonly body: readonly FileChild[]
}

/** Builds the .docx; the same definition always gives the same bytes. */
export function buildTemplateDocument({ title, layout, numbered, body }: TemplateDocument): Promise<Buffer> {
  return buildDocument({ title, sections: [{ properties: pageProperties(layout), numbered, children: body }] })
}
