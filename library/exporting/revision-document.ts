import { stringify } from 'yaml'
import type { ProvenanceEntry } from '../items/item-view.ts'
import type { HeldBlob } from '../items/record-revision.ts'
import type { RevisionContent } from '../items/revision.schema.ts'

/** A blob's place beside the documents of its kind. */
export const blobPlace = (sha256: string) => `objects/${sha256.slice(0, 2)}/${sha256}`

/**
 * A revision as a Markdown file with YAML front matter that `import` reads back to the same revision.
 * Provenance goes along for people; it is no part of the revision.
 */
export function revisionDocument(
  content: RevisionContent,
  held: readonly HeldBlob[],
  provenance: readonly ProvenanceEntry[],
  recorded: { readonly sha256: string; readonly at: string },
): string {
  const { format, body, attachments, ...fields } = content
  const attached = new Set(attachments?.map((attachment) => attachment.sha256))
  const pictures = held.filter(({ sha256: blob }) => !attached.has(blob) || body.includes(`](sha256:${blob})`))
  const heldHere = new Set(held.map((blob) => blob.sha256))
  const front = {
    xinhuo: format,
    ...fields,
    ...(attachments && {
      attachments: attachments.map(({ name, mediaType, sha256: blob }) => ({ name, path: blobPlace(blob), mediaType })),
    }),
    ...(pictures.length > 0 && {
      pictures: pictures.map((blob) => ({ path: blobPlace(blob.sha256), mediaType: blob.mediaType })),
    }),
    revision: recorded.sha256,
    recordedAt: recorded.at,
    provenance: provenance.map((entry) => ({ ...entry })),
  }
  const yaml = stringify(front, { lineWidth: 0, aliasDuplicateObjects: false })
  const text = body.replace(/\]\(sha256:([0-9a-f]{64})\)/g, (all, blob: string) =>
    heldHere.has(blob) ? `](${blobPlace(blob)})` : all,
  )
  return `---\n${yaml}---\n\n${text}\n`
}
