import { canonicalRevision } from '../../items/canonical-form.ts'
import { RevisionContent } from '../../items/revision.schema.ts'
import { type OpenedArchive, openSignedArchive, type SignedArchiveRules } from '../../stories/slips/signed-archive.ts'
import {
  BUNDLE_ENTRY,
  type BundleBody,
  type BundleItem,
  LARGEST_BODY,
  LARGEST_FILES,
  MOST_FILES,
  SignedBundle,
} from './bundle.schema.ts'
import { bundleError } from './bundle-error.ts'

const RULES: SignedArchiveRules<BundleBody> = {
  bodyEntry: BUNDLE_ENTRY,
  schema: SignedBundle,
  mostFiles: MOST_FILES,
  largestBody: LARGEST_BODY,
  largestFiles: LARGEST_FILES,
  refuse: (code, given) => bundleError(`BUNDLE_${code}`, given),
}

/** A revision of a bundle that is what its name says. */
export interface CarriedRevision {
  readonly item: BundleItem
  readonly content: RevisionContent
}

/** A material's file that says what its sender signed. */
export interface OpenedBundle extends Pick<OpenedArchive<BundleBody>, 'body' | 'storeFiles'> {
  readonly revisions: readonly CarriedRevision[]
}

/**
 * Opens a material's file, and believes nothing of it before all of it has been looked at. Nothing is kept.
 * @throws {BundleError} what is wrong with it, in a sentence
 */
export async function openBundle(file: string): Promise<OpenedBundle> {
  const archive = await openSignedArchive(file, RULES)
  const { body } = archive
  const files = new Map(body.files.map((one) => [one.sha256, one]))
  const needed = [...body.pictures, ...body.items.flatMap(({ revision, attachments }) => [revision, ...attachments])]
  if (needed.some((sha256) => !files.has(sha256))) throw bundleError('BUNDLE_ALTERED')
  const revisions: CarriedRevision[] = []
  for (const item of body.items) {
    const text = await archive.read(files.get(item.revision) as { sha256: string; size: number })
    revisions.push({ item, content: contentOf(item, text) })
  }
  return { body, revisions, storeFiles: archive.storeFiles }
}

/** A revision is named by what it holds, and holds only what came with it. */
function contentOf(item: BundleItem, text: Uint8Array): RevisionContent {
  let content: RevisionContent
  try {
    content = RevisionContent.parse(JSON.parse(Buffer.from(text).toString('utf8')))
  } catch (cause) {
    throw bundleError('BUNDLE_ALTERED', { cause })
  }
  const held = new Set(item.attachments)
  const isWhole =
    content.identifier === item.itemId &&
    content.kind === item.kind &&
    canonicalRevision(content).sha256 === item.revision &&
    (content.attachments ?? []).every(({ sha256 }) => held.has(sha256))
  if (!isWhole) throw bundleError('BUNDLE_ALTERED')
  return content
}
