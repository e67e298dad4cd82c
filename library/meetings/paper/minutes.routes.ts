import { Hono } from 'hono'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { FormWrites } from '../../templates/forms/forms.routes.ts'
import { readMaterial } from '../materials/read-material.ts'
import { startMinutes } from './minutes-form.ts'

/** `/api/materials`: the form of a meeting's minutes, opened with what the meeting says. */
export function minutesRoutes(library: LibraryAccess, writes: Pick<FormWrites, 'insertForm'>) {
  return new Hono().post('/:id/minutes-form', async (c) => {
    const form = await startMinutes(library, await readMaterial(library, c.req.param('id')))
    await writes.insertForm(form)
    return c.json({ formId: form.id }, 201)
  })
}
