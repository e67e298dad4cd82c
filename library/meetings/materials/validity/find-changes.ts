import { localDate } from '../../../items/record-revision.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import { citationsOf } from '../citations-of.ts'
import type { MaterialRecord } from '../material.schema.ts'
import type { CitedState, MaterialChanges, MaterialView } from '../material-view.ts'
import { type CitedSources, openSources } from './cited-sources.ts'
import { examineCitation } from './examine-citation.ts'
import type { Examined } from './examined.ts'

/** What is newer here than a material says, with old and new words, and the validity of all that it cites. */
export async function findChanges(
  library: LibraryAccess,
  { record }: Pick<MaterialView, 'record'>,
): Promise<MaterialChanges> {
  const today = localDate(library.clock())
  const examined = await examineRecord(openSources(library, today), record, today)
  return {
    changes: examined.flatMap(({ change }) => change ?? []),
    cited: examined.map(({ state }) => state),
  }
}

/**
 * The validity of all that a material cites, on a day.
 * @param today `YYYY-MM-DD`
 */
export async function citedStates(
  library: LibraryAccess,
  record: MaterialRecord,
  today: string,
): Promise<CitedState[]> {
  return (await examineRecord(openSources(library, today), record, today)).map(({ state }) => state)
}

export async function examineRecord(sources: CitedSources, record: MaterialRecord, today: string): Promise<Examined[]> {
  return Promise.all(citationsOf(record).map((citation) => examineCitation(sources, citation, today)))
}
