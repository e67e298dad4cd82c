import type { MatchTarget } from '../../templates/sheets/match-columns.ts'
import { FIELD_LABELS, type LabelledField } from './text/field-labels.ts'

/** Under which name the columns of sheets of stories are remembered. */
export const STORY_SHEET_TARGET = 'story-import'

/** What a column of a sheet with one story a row may be, first by the usual wordings. */
export const storyTargets = (): MatchTarget[] =>
  Object.entries(FIELD_LABELS).map(([field, names]) => ({ field, names }))

/** How a field is called where its column's own name says something else. */
export const columnLabel = (field: LabelledField): string => FIELD_LABELS[field][0] ?? field
