import { randomUUID } from 'node:crypto'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { knownForTemplate } from '../known/known-for-template.ts'
import type { ValueSource } from '../known/known-view.ts'
import { readTemplate, type StoredTemplate } from '../read-template.ts'
import { resolveBasis } from '../resolve-basis.ts'
import { fileNameOf } from '../schema/file-name.ts'
import type { FormData } from '../template-schema.ts'
import { recordBasis } from './basis-record.ts'
import { carryOver, valuesToCopy, withoutComputed } from './carry-over.ts'
import type { RenewedFrom } from './form-view.ts'
import type { KeptForm } from './forms.repository.ts'
import { cellsOf, withCell } from './values-by-path.ts'

interface Filling {
  readonly data: FormData
  readonly sources: Readonly<Record<string, ValueSource>>
  readonly renewedFrom?: RenewedFrom | undefined
}

/**
 * A new draft of a template's newest revision, filled with what is known.
 * @param continueWith a form whose values are offered first, by name and by meaning
 */
export async function startForm(
  library: LibraryAccess,
  templateId: string,
  continueWith: KeptForm | undefined,
): Promise<KeptForm> {
  const template = await readTemplate(library, templateId)
  const known = await knownForTemplate(library, template.schema, library.clock(), templateId)
  let data: FormData = {}
  const sources: Record<string, ValueSource> = {}
  for (const [path, { value, source }] of Object.entries(known.filled)) {
    data = withCell(data, path, value)
    sources[path] = source
  }
  if (continueWith === undefined) return draftOf(library, template, { data, sources })
  const before = await readTemplate(library, continueWith.templateId, continueWith.revision)
  const source: ValueSource = {
    type: 'earlier',
    title: `《${continueWith.templateTitle}》${continueWith.title}`,
    open: `/forms/${continueWith.id}`,
  }
  const carried = carryOver(before.schema, valuesToCopy(before.schema, continueWith), template.schema, 'meaning')
  for (const [path] of cellsOf(carried.data)) sources[path] = source
  return draftOf(library, template, { data: { ...data, ...carried.data }, sources })
}

/** A new draft with a form's values, without its date and number, in the revision that it has. */
export async function copyForm(library: LibraryAccess, form: KeptForm): Promise<KeptForm> {
  const template = await readTemplate(library, form.templateId, form.revision)
  return draftOf(library, template, valuesToCopy(template.schema, form))
}

/** A new draft in the template's newest revision with a form's values; the form stays as it is. */
export async function renewForm(library: LibraryAccess, form: KeptForm): Promise<KeptForm> {
  const before = await readTemplate(library, form.templateId, form.revision)
  const template = await readTemplate(library, form.templateId)
  const { data, sources, unplaced } = carryOver(before.schema, withoutComputed(form), template.schema)
  return draftOf(library, template, { data, sources, renewedFrom: { formId: form.id, unplaced } })
}

async function draftOf(library: LibraryAccess, template: StoredTemplate, filling: Filling): Promise<KeptForm> {
  const now = library.clock()
  const at = now.toISOString()
  return {
    ...filling,
    id: randomUUID(),
    templateId: template.itemId,
    revision: template.revision,
    templateTitle: template.title,
    title: fileNameOf(template.schema, template.title, filling.data, localDate(now)),
    state: 'draft',
    basis: recordBasis(await resolveBasis(library, template.schema)),
    letStand: [],
    createdAt: at,
    updatedAt: at,
  }
}
