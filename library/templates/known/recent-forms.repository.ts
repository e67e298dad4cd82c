import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { FormData } from '../template-schema.ts'

/** A form that somebody filled by hand. */
export interface RecentForm {
  readonly id: string
  readonly templateId: string
  readonly revision: string
  readonly templateTitle: string
  readonly isDraft: boolean
  readonly data: FormData
  readonly updatedAt: string
}

/** Forms changed since then, newest first, without those of a batch: nobody sat at the counter for them. */
export async function findRecentForms(db: Kysely<LibraryTables>, since: string, limit: number): Promise<RecentForm[]> {
  const rows = await db
    .selectFrom('filled_form')
    .select(['id', 'template_id', 'revision', 'template_title', 'state', 'data', 'updated_at'])
    .where('updated_at', '>=', since)
    .where('batch_id', 'is', null)
    .where('discarded_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    templateId: row.template_id,
    revision: row.revision,
    templateTitle: row.template_title,
    isDraft: row.state === 'draft',
    // Written by the forms' repository alone.
    data: JSON.parse(row.data) as FormData,
    updatedAt: row.updated_at,
  }))
}
