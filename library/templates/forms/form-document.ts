import type { LibraryAccess } from '../../store/library-access.ts'
import { readTemplate } from '../read-template.ts'
import { notFinished } from './form-errors.ts'
import type { KeptForm } from './forms.repository.ts'

/**
 * A finished form's document, made from its data and the revision it used: the same bytes each time.
 * @throws {FormError} FORM_NOT_FINISHED for a draft, which nobody checked
 * @throws {TemplateNotFoundError} when the revision is no longer here
 */
export async function formDocument(library: LibraryAccess, form: KeptForm): Promise<Uint8Array> {
  if (form.state !== 'finished') throw notFinished()
  const template = await readTemplate(library, form.templateId, form.revision)
  return template.compiled().fill(form.data)
}
