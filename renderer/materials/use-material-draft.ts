import { useMemo } from 'react'
import type { MaterialRecord } from '../../library/meetings/materials/material.schema.ts'
import type { MaterialView } from '../../library/meetings/materials/material-view.ts'
import { localDay } from '../drafts/local-day.ts'
import { useRecordDraft } from '../drafts/use-record-draft.ts'
import type { RecordForm } from '../record-form/record-form-context.ts'
import { withValueAt } from '../record-form/record-path.ts'
import { queryKeys } from '../service/keys.ts'
import { materialAddress, materialKey } from './material-queries.ts'

/** A view whose record is of one type. */
export type ViewOf<Kept extends MaterialRecord> = MaterialView & { readonly record: Kept }

/** An own material as it is being written: its steps to undo, how far it is saved, and what its fields are given. */
export function useMaterialDraft<Kept extends MaterialRecord>(view: ViewOf<Kept>) {
  const draft = useRecordDraft<Kept, ViewOf<Kept>>(view, {
    address: materialAddress(view.id),
    key: materialKey(view.id),
    conflict: 'MATERIAL_CHANGED',
    lists: [[...queryKeys.materials, 'list']],
  })
  const { record, change } = draft
  const readOnly = !view.own
  const form = useMemo(
    (): RecordForm<Kept> => ({
      record,
      today: localDay(new Date()),
      readOnly,
      change: (path, value, typing) =>
        change((present) => withValueAt(present, path, value), typing ? path : undefined),
    }),
    [record, readOnly, change],
  )
  return { ...draft, form } as const
}
