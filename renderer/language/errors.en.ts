/** What an error says: what happened, and what is safe and to be done. */
export interface ErrorText {
  readonly what: string
  readonly todo: string
}

/** The service says its errors in Chinese; these are its codes' texts in English. */
export const errorsEn: Readonly<Record<string, ErrorText>> = {
  SERVICE_UNREACHABLE: {
    what: 'Xinhuo’s service did not answer.',
    todo: 'Your library is on this machine and is not affected. Try again shortly; if it still fails, close the window and open Xinhuo again.',
  },
  DISK_FULL: {
    what: 'The disk is full; this step was not saved.',
    todo: 'Everything saved before is there and can be read and searched. Make room, then try again.',
  },
  STORAGE_READ_ONLY: {
    what: 'The library’s place cannot be written to; this step was not saved.',
    todo: 'Nothing was changed; reading and searching go on. Check the folder’s permissions or the stick’s write protection.',
  },
  STORAGE_GONE: {
    what: 'The library’s disk is not there; this step was not saved.',
    todo: 'Put the stick or disk back in, then try again.',
  },
  STORAGE_IO: {
    what: 'Reading or writing the disk failed; this step was not saved.',
    todo: 'Check that the disk or stick sits firmly. If it happens again, replace it and restore a backup.',
  },
  DATABASE_DAMAGED: {
    what: 'The library file is damaged.',
    todo: 'Restore the latest backup under Settings, Backups. The damaged file is kept aside, not deleted.',
  },
  INDEX_DAMAGED: {
    what: 'The search index was damaged and is being rebuilt.',
    todo: 'Your items are all there and can be read. Search again in a moment.',
  },
  WRITER_STOPPED: {
    what: 'The part that saves stopped unexpectedly; this step was not saved.',
    todo: 'Everything saved before is there. Close Xinhuo and open it again.',
  },
  ITEM_NOT_FOUND: {
    what: 'The library has no such item.',
    todo: 'It may be in the library of another computer. Try searching for its title.',
  },
  ITEM_PUT_AWAY: {
    what: 'This item has been put away.',
    todo: 'Its content was not deleted and can be brought back.',
  },
  REVISION_NOT_FOUND: {
    what: 'The library has no such revision of this item.',
    todo: 'Open the item’s current revision instead.',
  },
  NOTE_NOT_FOUND: { what: 'This note is no longer there.', todo: 'It may have been deleted in another window.' },
  JOB_NOT_FOUND: {
    what: 'This work is no longer known.',
    todo: 'What it had done is saved. Start it again if needed.',
  },
  BLOB_NOT_FOUND: { what: 'This attachment is missing.', todo: 'Run the check under Settings.' },
  BACKUP_NOT_FOUND: { what: 'There is no such backup.', todo: 'Choose another one; nothing was changed.' },
  PATH_NOT_FOUND: { what: 'There is no such file or folder.', todo: 'Nothing was changed. Check the path.' },
  PATH_NOT_ALLOWED: {
    what: 'This path cannot be imported from here.',
    todo: 'Choose the files in the window instead.',
  },
  UPLOAD_EMPTY: { what: 'There were no files in what was sent.', todo: 'Choose the files again.' },
  UPLOAD_BROKEN: { what: 'Sending the files broke off.', todo: 'Nothing was imported. Try again.' },
  UPLOAD_UNSAFE_NAME: {
    what: 'A file’s name is not safe to store.',
    todo: 'Nothing was imported. Rename it and try again.',
  },
  EXPORT_TARGET_EXISTS: {
    what: 'Not exported: the folder already has files in it.',
    todo: 'They were not changed. Choose an empty folder or another name.',
  },
  EXPORT_TARGET_UNUSABLE: {
    what: 'Not exported: this folder cannot be used.',
    todo: 'Give the full path of a folder.',
  },
  EXPORT_BLOB_MISSING: {
    what: 'Not exported: an attachment is missing.',
    todo: 'Nothing was changed. Import the file that holds it again, then export.',
  },
  FORBIDDEN: { what: 'Xinhuo refused this request.', todo: 'Open Xinhuo from its icon.' },
  BAD_REQUEST: { what: 'Xinhuo did not understand this request.', todo: 'Nothing was changed.' },
  UNEXPECTED: {
    what: 'Something unexpected went wrong.',
    todo: 'What was saved before is not affected. Try again; if it still fails, open Xinhuo again.',
  },
}
