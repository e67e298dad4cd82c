import type { Kysely } from 'kysely'
import { type RecordedOutcome, recordRevision } from '../items/record-revision.ts'
import type { LibraryTables } from '../store/schema.ts'
import { chooseItem, type DocumentToRecord, READER_VERSION } from './document-to-record.ts'
import { findImportSource, saveImportSource } from './import-sources.repository.ts'

/** Records a batch of parsed files in one transaction: all of it is on the disk when this returns, or none. */
export async function recordDocuments(
  db: Kysely<LibraryTables>,
  documents: readonly DocumentToRecord[],
  now: Date,
): Promise<RecordedOutcome[]> {
  return db.transaction().execute(async (trx) => {
    const outcomes: RecordedOutcome[] = []
    for (const document of documents) {
      const earlier = await findImportSource(trx, document.location)
      const identifier = chooseItem(document.content, earlier?.itemId)
      const outcome = await recordRevision(
        trx,
        {
          content: { ...document.content, identifier },
          blobs: document.blobs,
          provenance: {
            activity: document.activity,
            agent: document.activity === 'install' ? 'xinhuo' : 'person',
            source: document.source,
            sourceSha256: document.sourceSha256,
          },
          starter: document.starter,
        },
        now,
      )
      await saveImportSource(trx, {
        location: document.location,
        sha256: document.sourceSha256,
        reader: READER_VERSION,
        itemId: outcome.itemId,
        revision: outcome.revision,
      })
      outcomes.push(outcome)
    }
    return outcomes
  })
}
