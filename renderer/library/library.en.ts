import type { Messages } from '../language/messages.ts'
import type { libraryZhCN } from './library.zh-CN.ts'

/** What the library desk says, in English. */
export const libraryEn: Messages<typeof libraryZhCN> = {
  title: 'Library',
  total: 'Items: {{n}}',
  all: 'All',
  kinds: 'Kind',
  topic: 'Topic',
  anyTopic: 'Any topic',
  validity: 'Validity',
  anyValidity: 'Any validity',
  filter: 'Filter by title',
  sort: 'Sort',
  sorts: { recorded: 'Newly added', issued: 'Newly issued', title: 'Title' },
  list: 'Items',
  revisions: 'Revisions: {{n}}',
  starter: 'Included',
  issued: 'Issued {{date}}',
  putAway: 'Put away',
  putAwayOf: 'Put away “{{title}}”',
  putAwayDone: 'Put away; search no longer finds it.',
  putAwayFailed: 'Not put away; it is still in its place.',
  undo: 'Undo',
  undoFailed: 'Not brought back.',
  undone: 'Back in its place.',
  emptyTitle: 'Nothing here yet',
  emptyLead: 'Drop files or a folder onto the window, or choose them under Import.',
  emptyFiltered: 'No item matches.',
  clear: 'Clear',
  toImport: 'Import',
}
