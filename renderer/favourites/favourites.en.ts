import type { Messages } from '../language/messages.ts'
import type { favouritesZhCN } from './favourites.zh-CN.ts'

/** What the favourites and notes desk says, in English. */
export const favouritesEn: Messages<typeof favouritesZhCN> = {
  title: 'Favourites and notes',
  lead: 'On this computer only.',
  favourites: 'Favourites',
  notes: 'Notes',
  remove: 'Remove',
  removeOf: 'Remove “{{title}}” {{anchor}} from favourites',
  emptyFavouritesTitle: 'No favourites yet',
  emptyFavourites: 'Choose “Favourite” beside a passage you use often, and open it from here later.',
  emptyNotesTitle: 'No notes yet',
  emptyNotes: 'Choose “Note” beside a passage to write down how you understand it and what to watch for.',
  edit: 'Edit',
  editOf: 'Edit the note on “{{title}}” {{anchor}}',
  save: 'Save',
  giveUp: 'Cancel',
  delete: 'Delete',
  deleteOf: 'Delete the note on “{{title}}” {{anchor}}',
  deleteTitle: 'Delete this note?',
  deleteLead: 'It cannot be brought back.',
  keep: 'Keep it',
  noteText: 'Note',
  updated: 'Changed {{time}}',
}
