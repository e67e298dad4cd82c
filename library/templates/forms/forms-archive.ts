import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { FormFile } from './form-files.ts'
import type { KeptForm } from './forms.repository.ts'

/**
 * Files of several forms as one .zip, made one after another; forms of one name are told apart by their codes.
 * The same forms make the same archive.
 */
export async function archiveForms(
  forms: readonly KeptForm[],
  makers: readonly ((form: KeptForm) => Promise<FormFile>)[],
): Promise<Uint8Array> {
  const zip = new ZipFile()
  const taken = new Set<string>()
  const packed = buffer(zip.outputStream)
  for (const form of forms) {
    for (const make of makers) {
      const { name, bytes } = await make(form)
      const free = taken.has(name.toLowerCase()) ? name.replace(/(?=\.\w+$)/, ` ${form.code ?? form.id}`) : name
      taken.add(free.toLowerCase())
      // What is packed already is stored as it is.
      zip.addBuffer(Buffer.from(bytes), free, { compress: free.endsWith('.pdf'), mtime: new Date(form.updatedAt) })
    }
  }
  zip.end()
  return packed
}
