import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { resolvePolicies } from '../../stories/resolve-policies.ts'
import { mapCitations } from './citations-of.ts'
import type { CitedPassage } from './cited.schema.ts'
import { explainedText } from './explained-text.ts'
import type { MaterialRecord } from './material.schema.ts'
import {
  beginningOf,
  type CitedText,
  PROVISION_NUMBER,
  passageAt,
  passageNamed,
  passagesNaming,
} from './passage-text.ts'
import { type CitedSources, openSources } from './validity/cited-sources.ts'

/**
 * A record with the passages it cites as they stand in this library today: those that name only a title and a
 * provision get the text, its revision and its validity. What is not here stays as it is cited.
 */
export const resolveCited = <R extends MaterialRecord>(library: LibraryAccess, record: R): Promise<R> =>
  resolveUnless(library, record, new Set())

/** As {@link resolveCited}, for a record that was changed: what was not found before is not looked for again. */
export function resolveNew(
  library: LibraryAccess,
  record: MaterialRecord,
  before: MaterialRecord,
): Promise<MaterialRecord> {
  const known = new Set<string>()
  mapCitations(before, (cited) => {
    if (isOpen(cited)) known.add(passageName(cited))
    return cited
  })
  return resolveUnless(library, record, known)
}

async function resolveUnless<R extends MaterialRecord>(
  library: LibraryAccess,
  record: R,
  known: ReadonlySet<string>,
): Promise<R> {
  const open = new Map<CitedPassage, CitedPassage>()
  mapCitations(record, (cited) => {
    if (isOpen(cited) && !known.has(passageName(cited))) open.set(cited, cited)
    return cited
  })
  if (open.size === 0) return record
  const passages = [...open.keys()]
  const found = await resolvePassages(library, passages)
  for (const [at, passage] of passages.entries()) open.set(passage, found[at] ?? passage)
  return mapCitations(record, (cited) => open.get(cited) ?? cited) as R
}

/** What a passage is told from others by that were looked up without being found. */
const passageName = ({ title, provision = '' }: CitedPassage): string => `${title}\n${provision}`

/** Whether a passage is only named so far. */
const isOpen = ({ text, title, itemId }: CitedPassage): boolean =>
  text === undefined && (title !== '' || itemId !== undefined)

/** Passages with their text, as far as it is here. */
export async function resolvePassages(
  library: LibraryAccess,
  passages: readonly CitedPassage[],
): Promise<CitedPassage[]> {
  const today = localDate(library.clock())
  const places = await resolvePolicies(
    library,
    passages.map(({ title, provision, itemId, anchor }) => ({ title, provision, itemId, anchor })),
  )
  const sources = openSources(library, today)
  return Promise.all(
    passages.map(async (passage, at) => {
      const place = places[at]
      if (place?.itemId === undefined) return passage
      return (await filled(sources, { ...passage, itemId: place.itemId }, place.anchor, today)) ?? passage
    }),
  )
}

async function filled(
  sources: CitedSources,
  passage: CitedPassage & { readonly itemId: string },
  anchor: string | undefined,
  today: string,
): Promise<CitedPassage | undefined> {
  const source = await sources.of(passage.itemId)
  if (source.state !== 'here') return undefined
  const { content, revision, validity } = source
  const found = textOf(content, passage, anchor)
  // What explains the policy without a word on this provision is no place to read it.
  const number = PROVISION_NUMBER.exec(passage.provision ?? '')?.[0]
  if (!found && number !== undefined && !content.body.includes(number)) return undefined
  return {
    ...passage,
    title: passage.title || content.title.slice(0, 300),
    ...(found && {
      text: found.text,
      ...(found.anchor !== undefined && { anchor: found.anchor.slice(0, 200) }),
      ...(passage.provision === undefined &&
        found.provision !== undefined && { provision: found.provision.slice(0, 60) }),
    }),
    revision,
    validity,
    citedOn: passage.citedOn ?? today,
  }
}

function textOf(
  content: { readonly title: string; readonly body: string },
  { provision, title }: CitedPassage,
  anchor: string | undefined,
): CitedText | undefined {
  const { body } = content
  if (anchor !== undefined) {
    const found = passageAt(body, anchor)
    if (found) return found
  }
  if (provision === undefined) return beginningOf(content)
  const named = passageNamed(body, provision)
  if (named && !isExplained(content.title, title)) return named
  const said = passagesNaming(body, title, provision)
  if (said === undefined) return named
  return { text: explainedText(content.title, said) }
}

/** 《土地管理法》农村宅基地条款解读 explains 土地管理法, whose own 第六十二条 it is not. */
const isExplained = (title: string, cited: string): boolean =>
  title.includes(`《${cited.replace(/[《》]/gu, '')}》`) && title !== cited
