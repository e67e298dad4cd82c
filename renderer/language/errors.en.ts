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
  ITEM_WITHDRAWN: {
    what: 'This item has been withdrawn.',
    todo: 'Your notes and favourites are kept. The updates desk can go back to an earlier version.',
  },
  SOURCE_NOT_FOUND: {
    what: 'There is no channel here.',
    todo: 'What is installed was not changed. Plug the stick in, or choose the folder, .zip or address that holds the update.',
  },
  SOURCE_GONE: {
    what: 'Not updated: the source could no longer be read.',
    todo: 'What is installed was not changed. Check the stick or the network and try again; it goes on where it stopped.',
  },
  SOURCE_SILENT: {
    what: 'Not updated: this address does not answer.',
    todo: 'What is installed was not changed. Check the network and the address, then try again.',
  },
  SOURCE_DAMAGED: {
    what: 'Not updated: the update cannot be opened.',
    todo: 'What is installed was not changed. Copy the update again.',
  },
  SOURCE_NOT_ALLOWED: {
    what: 'Updates cannot be read from a path here.',
    todo: 'Upload the .zip, or update at the computer that holds the library.',
  },
  CHANNEL_UNKNOWN: {
    what: 'This channel is not trusted yet.',
    todo: 'Compare the twelve words with the publisher first, then add the channel.',
  },
  CHANNEL_NOT_FOUND: {
    what: 'There is no such channel.',
    todo: 'It may have been removed.',
  },
  FINGERPRINT_DIFFERS: {
    what: 'The channel was not added: the words differ.',
    todo: 'Nothing was changed. Ask the publisher; do not use this update.',
  },
  PACK_FORGED: {
    what: 'Not updated: the signatures are wrong.',
    todo: 'What is installed was not changed. Get the update from the publisher again.',
  },
  PACK_ROLLBACK: {
    what: 'Not updated: this is older than what is installed.',
    todo: 'What is installed was not changed. Ask the publisher for the latest.',
  },
  PACK_EXPIRED: {
    what: 'Not updated: the signatures have expired.',
    todo: 'What is installed was not changed. Check this computer’s date, or ask the publisher for a newer update.',
  },
  PACK_DAMAGED: {
    what: 'Not updated: the update is incomplete or damaged.',
    todo: 'What is installed was not changed. Copy the update again.',
  },
  PACK_NEWER: {
    what: 'Not updated: this is for a newer Xinhuo.',
    todo: 'What is installed was not changed. Install the newer Xinhuo first.',
  },
  PACK_TOO_LARGE: {
    what: 'Not updated: it holds a file of abnormal size.',
    todo: 'What is installed was not changed. Get the update from the publisher again.',
  },
  OFFER_CHANGED: {
    what: 'Not updated: the source now holds another version.',
    todo: 'What is installed was not changed. Look at the changes again.',
  },
  VERSION_NOT_FOUND: {
    what: 'There is no such version.',
    todo: 'Nothing was changed.',
  },
  CONFLICT_NOT_FOUND: {
    what: 'There is nothing left to choose here.',
    todo: 'Refresh to see what is open.',
  },
  REPORT_NOT_FOUND: { what: 'This letter is no longer there.', todo: 'It may have been deleted in another window.' },
  REPORT_SENT: {
    what: 'Not changed: this one has been exported already.',
    todo: 'Others have it as it was. Write another one to add to it.',
  },
  REPORTS_FULL: { what: 'Not kept: there are too many letters.', todo: 'Export them, then delete answered ones.' },
  REPORTS_NOTHING_TO_SEND: { what: 'Not exported: there is nothing to be sent.', todo: 'Write something first.' },
  REPORT_FOLDER_UNUSABLE: {
    what: 'Not exported: this folder cannot be written to.',
    todo: 'All you wrote is still there. Choose another folder or stick.',
  },
  REPORT_FILE_ALTERED: {
    what: 'Not taken in: this file was altered or damaged after it was written.',
    todo: 'Nothing of it was taken. Ask the sender to export it again.',
  },
  REPORT_FILE_UNREADABLE: {
    what: 'Not taken in: this file is no letter of Xinhuo, cannot be opened, or is not whole.',
    todo: 'Choose a file whose name begins with xinhuo-huixin, or ask for another copy.',
  },
  REPORT_FILE_TOO_LARGE: {
    what: 'Not taken in: this file is too large for a letter.',
    todo: 'Check that it is the right file.',
  },
  REPORT_FILE_TOO_NEW: {
    what: 'Not taken in: a newer version of Xinhuo wrote this file.',
    todo: 'Update Xinhuo, then take it in again.',
  },
  RECEIVED_REPORT_NOT_FOUND: {
    what: 'No letter with this number has come.',
    todo: 'Check the number, or take in the file first.',
  },
  REPORT_NUMBER_AMBIGUOUS: {
    what: 'Not kept: several letters have this number.',
    todo: 'Answer the one you mean under Letters, Received.',
  },
  REPORT_PATHS_NOT_ALLOWED: {
    what: 'Files cannot be taken in by path here.',
    todo: 'Drop the files onto the window instead.',
  },
  PASSPHRASE_WEAK: {
    what: 'The passphrase is too short or too simple.',
    todo: 'Nothing was changed. Use at least eight characters, not all the same.',
  },
  PASSPHRASE_MISSING: {
    what: 'A passphrase that is needed to sign is missing.',
    todo: 'What was published before has not changed. Let its holder type it and try again.',
  },
  PASSPHRASE_WRONG: {
    what: 'The passphrase is not right; the key was not unlocked.',
    todo: 'What was published before has not changed. Let its holder type it again.',
  },
  KEY_FILE_MISSING: {
    what: 'The key file was not found.',
    todo: 'What was published before has not changed. Put in the stick that holds it, or name its folder.',
  },
  KEY_FILE_DAMAGED: {
    what: 'The key file is damaged.',
    todo: 'What was published before has not changed. Take the holder’s copy; without one, change this key.',
  },
  KEY_FILE_FOREIGN: {
    what: 'This key file is another channel’s.',
    todo: 'What was published before has not changed. Use the key file of this channel.',
  },
  KEY_NOT_FOUND: {
    what: 'There is no such key, or it no longer counts.',
    todo: 'Nothing was changed. Look at the channel’s keys.',
  },
  CEREMONY_REFUSED: {
    what: 'The channel was not opened: the holders and the number of signatures do not fit.',
    todo: 'Nothing was changed. Name at least one holder, and no more signatures than holders.',
  },
  PUBLISHING_FOLDER_TAKEN: {
    what: 'Not done: there is something else in the folder already.',
    todo: 'Nothing was changed. Choose an empty folder.',
  },
  PUBLISHING_FOLDER_UNKNOWN: {
    what: 'No channel is published from this folder.',
    todo: 'Choose a folder with a channel.json in it, or open a new channel.',
  },
  PUBLISHING_FOLDER_DAMAGED: {
    what: 'The channel’s settings cannot be read.',
    todo: 'Nothing was changed. Restore channel.json from a backup of the folder.',
  },
  PUBLISHING_BUSY: {
    what: 'Another Xinhuo is working on this channel.',
    todo: 'What was published before has not changed. Wait until it is done, then try again.',
  },
  PUBLISHING_INTERRUPTED: {
    what: 'Publishing did not finish: Xinhuo was closed meanwhile, and passphrases are not kept.',
    todo: 'What was published before has not changed. Publish again; what was written already is used.',
  },
  PUBLISHING_NOT_ALLOWED: {
    what: 'Channels cannot be published from here.',
    todo: 'Publish on the computer that holds the channel’s folder.',
  },
  PUBLISHED_CHANNEL_NOT_FOUND: { what: 'No such channel is published from here.', todo: 'Open the channel’s folder.' },
  PUBLISHED_ITEM_NOT_FOUND: { what: 'The channel has no such item.', todo: 'Nothing was changed. Look at its choice.' },
  NOTHING_TO_PUBLISH: {
    what: 'Not published: nothing has been chosen yet.',
    todo: 'Choose content first, then publish.',
  },
  PUBLISHING_CLOCK_BEHIND: {
    what: 'Not published: this computer’s date is before the last version’s.',
    todo: 'What was published before was not changed. Set the date and time, then publish.',
  },
  DRAFT_NOT_FOUND: {
    what: 'There is no draft yet.',
    todo: 'What was published before has not changed. Publish a draft first.',
  },
  ATTACHMENT_MISSING: {
    what: 'Not published: an attachment is missing or damaged.',
    todo: 'What was published before has not changed. Import the file that holds it again, then publish.',
  },
  ATTACHMENT_TOO_LARGE: {
    what: 'Not published: an attachment is too large for readers to receive.',
    todo: 'What was published before has not changed. Make the attachment smaller or leave the item out, then publish.',
  },
  ANSWERS_UNREADABLE: {
    what: 'Not published: the file of answers cannot be read.',
    todo: 'What was published before has not changed. Make answers.json anew, then publish.',
  },
  REPOSITORY_NOT_FOUND: {
    what: 'There is no channel’s repository here.',
    todo: 'Choose the place that has a metadata folder in it.',
  },
  REPOSITORY_DAMAGED: {
    what: 'The channel’s repository is damaged, or was altered.',
    todo: 'Nothing was changed. Restore the channel’s folder from a good copy, then publish.',
  },
  PUBLISH_DISK_FULL: {
    what: 'Not finished: the disk is full.',
    todo: 'What was published before has not changed. Make room and try again; it goes on where it stopped.',
  },
  PUBLISH_READ_ONLY: {
    what: 'Not written: the folder cannot be written to.',
    todo: 'What was published before has not changed. Check the folder’s permissions or the stick’s write protection.',
  },
  PUBLISH_STORAGE_GONE: {
    what: 'Not finished: the disk is not there.',
    todo: 'Put the stick or disk back in and try again; it goes on where it stopped.',
  },
  PUBLISH_STORAGE_IO: {
    what: 'Not finished: reading or writing the disk failed.',
    todo: 'What was published before has not changed. Check the disk or stick, then try again.',
  },
  SHEET_NOT_FOUND: {
    what: 'This spreadsheet is not here any more.',
    todo: 'What was received is kept for a day. Choose the file again.',
  },
  SHEET_OLD_FORMAT: {
    what: 'A spreadsheet in this format cannot be read.',
    todo: 'Open it in WPS or Excel, take off the password, and save it as .xlsx.',
  },
  SHEET_UNKNOWN_FORMAT: { what: 'This file is no spreadsheet.', todo: 'Choose an .xlsx or .csv file.' },
  SHEET_BROKEN: {
    what: 'This spreadsheet cannot be opened.',
    todo: 'Look at it in WPS or Excel, save a copy and choose that. Nothing was changed.',
  },
  SHEET_EMPTY: {
    what: 'This spreadsheet is empty.',
    todo: 'Put the names of the columns into the first row and an entry into each row below.',
  },
  SHEET_TOO_LARGE: {
    what: 'This spreadsheet is too large.',
    todo: 'Split it into files of 100,000 rows at most.',
  },
  SHEET_PATH_NOT_ALLOWED: { what: 'Files cannot be named here.', todo: 'Drop the file into the window.' },
  BOOK_ENTRY_NOT_FOUND: { what: 'The book has no such entry.', todo: 'It may have been deleted; load the list again.' },
  BOOK_ENTRY_REFUSED: {
    what: 'Not saved: something in this entry is wrong.',
    todo: 'What was there has not changed. Check the name, the resident id, sex and birth date.',
  },
  BOOK_HOUSEHOLD_UNKNOWN: {
    what: 'Not saved: the book has no such household.',
    todo: 'What was there has not changed. Choose the household again.',
  },
  BOOK_MATCH_MISSING: {
    what: 'Not imported: no column is a name, a household or a plot.',
    todo: 'Say which column is the name. The book has not changed.',
  },
  BATCH_DISK_FULL: {
    what: 'Stopped in the middle: the disk is full.',
    todo: 'What was made is whole and kept among your documents. Make room or choose another folder, then run it for the other rows.',
  },
  BATCH_STORAGE_GONE: {
    what: 'Stopped in the middle: the stick or folder is not there any more.',
    todo: 'What was made is kept among your documents. Put the stick back or choose another folder.',
  },
  BATCH_NOT_WRITABLE: {
    what: 'Stopped in the middle: the folder cannot be written to.',
    todo: 'What was made is kept among your documents. Check the folder’s permissions or the stick’s write protection.',
  },
  BATCH_FOLDER_UNUSABLE: { what: 'Not begun: this folder cannot be used.', todo: 'Choose another folder.' },
  BATCH_FOLDER_NOT_ALLOWED: {
    what: 'Files cannot be written to the server’s folders.',
    todo: 'Name no folder; download the result when it is done.',
  },
  BATCH_TABLE_UNKNOWN: {
    what: 'Not begun: the template has no such table.',
    todo: 'Choose one of its tables, or a document for each row.',
  },
  BATCH_NOTHING_MATCHED: {
    what: 'Not begun: no column belongs to a field of the template.',
    todo: 'Say which field each column is.',
  },
  BATCH_ARCHIVE_NOT_FOUND: {
    what: 'There is nothing to download.',
    todo: 'Results are kept for a day; the documents are among your own and can be made again one by one.',
  },
  LEDGER_KEY_UNKNOWN: {
    what: 'Not merged: the ledger has no such column.',
    todo: 'Choose a column that tells the rows apart, e.g. the resident id. Nothing was changed.',
  },
  LEDGER_NOT_FOUND: { what: 'This merged ledger is not here any more.', todo: 'Merge the ledgers once more.' },
  LEDGER_NOT_WRITTEN: {
    what: 'Not merged: the result cannot be written.',
    todo: 'The ledgers have not changed. Choose another folder, or make room.',
  },
  CHECK_UPLOAD_NOT_FOUND: {
    what: 'This document is no longer here.',
    todo: 'Documents given to be checked are kept for a day. Choose the file again.',
  },
  UPLOAD_TOO_LARGE: {
    what: 'Not taken: this file is too large.',
    todo: 'Compress its pictures, or split it into several documents.',
  },
  TEMPLATE_NOT_FOUND: { what: 'This is not a template.', todo: 'Choose one under Documents.' },
  TEMPLATE_DOCUMENT_MISSING: {
    what: 'This template has no document to fill in.',
    todo: 'Its description can still be read. Ask whoever provides it, or make a template of your own .docx.',
  },
  TEMPLATE_DOCUMENT_BROKEN: {
    what: 'This document cannot be opened: it is no complete .docx file.',
    todo: 'Open it in WPS or Word, save it as .docx and try again. Nothing was changed.',
  },
  TEMPLATE_DOCUMENT_ENCRYPTED: {
    what: 'This document is protected by a password.',
    todo: 'Take the password off, save it as .docx and try again. Nothing was changed.',
  },
  TEMPLATE_DOCUMENT_OLD: {
    what: 'This is an old .doc document under the name of a .docx.',
    todo: 'Open it in WPS or Word, save it as .docx and try again. Nothing was changed.',
  },
  TEMPLATE_DOCUMENT_MACROS: {
    what: 'This document carries macros and was not opened.',
    todo: 'Save it as a .docx without macros and try again. Nothing was changed.',
  },
  TEMPLATE_DOCUMENT_TOO_LARGE: {
    what: 'This document unpacks to far more than a document is, and was not opened.',
    todo: 'Make sure where it comes from; make large pictures smaller. Nothing was changed.',
  },
  TEMPLATE_DOCUMENT_TOO_LONG: {
    what: 'This document is too long to be read paragraph by paragraph.',
    todo: 'Split it and try again. The document was not changed.',
  },
  TEMPLATE_DOCUMENT_OUTSIDE: {
    what: 'Part of this document lies elsewhere, and it was not opened.',
    todo: 'Put the pictures and objects into the document itself, save it as .docx and try again. Nothing was changed.',
  },
  TEMPLATE_SCHEMA_REFUSED: {
    what: 'Not saved: what is said of the template’s fields is wrong.',
    todo: 'The document was not changed. Correct it and save again.',
  },
  TEMPLATE_UPLOAD_EMPTY: { what: 'No document was received.', todo: 'Choose a .docx file again.' },
  FORM_NOT_FOUND: {
    what: 'There is no such form.',
    todo: 'It may have been deleted. What was deleted within thirty days can be restored under My forms.',
  },
  FORM_CODE_NOT_FOUND: {
    what: 'No form has this code.',
    todo: 'Compare it with the basis sheet, or look for the person’s name. The form may be on another computer.',
  },
  FORM_FINISHED: {
    what: 'Not saved: this form is finished.',
    todo: 'Nothing was changed. Open it again, or copy it.',
  },
  PAPER_NOT_OF_THIS: { what: 'There is no such paper for this kind of material.', todo: 'Choose one of those listed.' },
  PAPER_NOTHING_ON_IT: {
    what: 'Nothing was printed: the meeting has nothing that would stand on this paper.',
    todo: 'Add a drill with roles, or a step-by-step guide, to a part of it first.',
  },
  MINUTES_TEMPLATE_MISSING: {
    what: 'No form of minutes was opened: none is in the library.',
    todo: 'Print the minutes to be written by hand, or import your office’s own form under Templates.',
  },
  FORM_NOT_FINISHED: { what: 'This form is still a draft.', todo: 'Fill it in and finish it first.' },
  STORY_NOT_FOUND: {
    what: 'This story is not here.',
    todo: 'It may have been deleted: what was deleted within thirty days can be restored from the list of stories.',
  },
  STORY_CHANGED: {
    what: 'Not saved: this story was just changed elsewhere.',
    todo: 'What you wrote is still in this window. Note what matters, then load the story again.',
  },
  STORY_NOT_OPEN: {
    what: 'Not saved: this story is published or retired.',
    todo: 'Nothing was changed. Begin a correction, or restore it first.',
  },
  STORY_NOT_ALLOWED: {
    what: 'Not saved: this is for another colleague to do.',
    todo: 'Nothing was changed. Leave a comment, or ask somebody who verifies or approves.',
  },
  STORY_PUBLISHED: {
    what: 'Not deleted: this story was published, and readers may have it.',
    todo: 'Retire it instead: readers are then told that it was withdrawn, and the record stays.',
  },
  STORY_TOO_LARGE: {
    what: 'Not saved: the story holds too much text.',
    todo: 'A story holds up to 4 MB of text; pictures and films are apart. Divide it into several.',
  },
  MATERIAL_NOT_FOUND: {
    what: 'There is no such meeting, drill, guide or path.',
    todo: 'What was deleted can be restored from the list for thirty days.',
  },
  MATERIAL_CHANGED: {
    what: 'Not saved: this was just changed in another place.',
    todo: 'What you wrote is still in this window. Copy what matters, then load it again.',
  },
  MATERIAL_NOT_OWN: {
    what: 'Not changed: this comes with the library.',
    todo: 'Make a copy of it and change that.',
  },
  MATERIAL_TOO_LARGE: {
    what: 'Not saved: it holds too much text.',
    todo: 'It may hold up to 4 MB of text; pictures are apart. Divide it into several.',
  },
  MATERIAL_CITE_UNKNOWN: {
    what: 'Not changed: this citation is not there any more, did not change, or has nothing newer.',
    todo: 'Load it again to see what can be brought up to date.',
  },
  MATERIAL_NO_TITLE: {
    what: 'Not put into the library: it has no title yet.',
    todo: 'Nothing was changed. Give it a title first.',
  },
  STORY_NOT_A_STORY: {
    what: 'This is not a story.',
    todo: 'Choose one from the list of stories.',
  },
  PERSON_UNKNOWN: {
    what: 'Not done: it is not clear who does it.',
    todo: 'Nothing was changed. Choose again who of the office you are; somebody may have been taken off the list.',
  },
  STEP_NOT_ALLOWED: {
    what: 'This step was not taken.',
    todo: 'Nothing was changed. Steps belong to roles, nobody takes two in a row on one story, and what was changed is checked again. Open the story again to see what can be done now.',
  },
  STEP_ALREADY_TAKEN: {
    what: 'Not done: somebody else has just taken a step on this story.',
    todo: 'Nothing was done twice. Open the story again to see where it stands now.',
  },
  STEP_REASON_MISSING: { what: 'Not done: say why, or what has to change.', todo: 'Nothing was changed.' },
  STEP_DAY_PAST: {
    what: 'Not scheduled: choose a day after today.',
    todo: 'To publish today, publish it directly.',
  },
  STORY_CHANGED_MEANWHILE: {
    what: 'Not done: this story was just changed elsewhere.',
    todo: 'A step is taken on what one has read. Open the story again, read it, then take the step.',
  },
  GATE_CLOSED: {
    what: 'Not done: the check before publication still stands in the way.',
    todo: 'Go through what it found, one by one. Where it must be so, overrule it with a reason, which is recorded.',
  },
  STORY_TASK_NOT_FOUND: { what: 'This comment or task is not here.', todo: 'It may be in another library.' },
  STORY_TASKS_FULL: {
    what: 'Not kept: there are too many comments and tasks on this story.',
    todo: 'Talk about it, and write the result into the story.',
  },
  BUNDLE_UNREADABLE: {
    what: 'Not opened: this is no meeting file of Xinhuo.',
    todo: 'Choose a file whose name ends in .xinhuo-meeting. Nothing was changed.',
  },
  BUNDLE_TRUNCATED: {
    what: 'Not opened: this file was not copied whole.',
    todo: 'Copy it again, or ask for it to be written again. Nothing was changed.',
  },
  BUNDLE_ALTERED: {
    what: 'Not opened: this file was altered or damaged after it was written.',
    todo: 'Ask the sender to write it again. Nothing was changed.',
  },
  BUNDLE_TOO_LARGE: {
    what: 'Not opened: this file is too large, or holds too many files.',
    todo: 'Ask the sender to leave pictures out, or to divide the meeting. Nothing was changed.',
  },
  BUNDLE_TOO_NEW: {
    what: 'Not opened: a newer Xinhuo wrote this file.',
    todo: 'Update Xinhuo, then open it again. Nothing was changed.',
  },
  BUNDLE_NOT_FOUND: {
    what: 'Not taken in: the file that was opened is no longer here.',
    todo: 'Open it again. Nothing was changed.',
  },
  BUNDLE_OVER_ANOTHER: {
    what: 'Not taken in: it cannot take the place of another material.',
    todo: 'Keep it as a new one. Nothing was changed.',
  },
  BUNDLE_CONTENTS_TOO_LARGE: {
    what: 'Not written: the pictures and what is cited are too much for one file.',
    todo: 'Leave some pictures out, or divide the meeting. Nothing was changed.',
  },
  DESIGN_BROKEN: {
    what: 'This presentation cannot be opened.',
    todo: 'Open it in WPS or PowerPoint, save it as .pptx and try again. The meeting was not changed.',
  },
  DESIGN_ENCRYPTED: {
    what: 'This presentation is locked with a password.',
    todo: 'Take the password off, save it as .pptx and try again. The meeting was not changed.',
  },
  DESIGN_OLD: {
    what: 'This is an old .ppt file with the name of a .pptx.',
    todo: 'Open it in WPS or PowerPoint, save it as .pptx and try again. The meeting was not changed.',
  },
  DESIGN_MACROS: {
    what: 'This presentation has macros and was not opened.',
    todo: 'Save it as .pptx without macros and try again. The meeting was not changed.',
  },
  DESIGN_OUTSIDE: {
    what: 'This presentation has pictures or objects that lie elsewhere, and was not opened.',
    todo: 'Put them into the presentation itself, save it and try again. The meeting was not changed.',
  },
  DESIGN_TOO_LARGE: {
    what: 'This presentation is unusually large and was not opened.',
    todo: 'Save one with its masters only, without pictures, and try again. The meeting was not changed.',
  },
  DESIGN_NOT_A_MEETING: {
    what: 'Only a meeting can have a design of the office’s own.',
    todo: 'Nothing was changed.',
  },
  MATERIAL_FILE_FORMAT: {
    what: 'Not exported: this cannot be written in that format.',
    todo: 'Slides are .pptx or .pdf, papers .docx or .pdf. Nothing was changed.',
  },
  SLIP_UNREADABLE: {
    what: 'Not taken in: this file is no submission or review file of Xinhuo.',
    todo: 'Choose a file whose name ends in .slip. Nothing was changed.',
  },
  SLIP_TRUNCATED: {
    what: 'Not taken in: this file was not copied whole.',
    todo: 'Copy it again, or ask for it to be written again. Nothing was changed.',
  },
  SLIP_ALTERED: {
    what: 'Not taken in: this file was altered or damaged after it was written.',
    todo: 'Ask the sender to write it again. Nothing was changed.',
  },
  SLIP_TOO_LARGE: {
    what: 'Not taken in: this file is too large, or holds too many files.',
    todo: 'Ask the sender to leave films out, or to divide the story. Nothing was changed.',
  },
  SLIP_TOO_NEW: {
    what: 'Not taken in: a newer Xinhuo wrote this file.',
    todo: 'Update Xinhuo, then take it in again.',
  },
  SLIP_PASSPHRASE_MISSING: {
    what: 'This file is sealed with a passphrase.',
    todo: 'Enter the passphrase that the sender told you. Nothing was changed.',
  },
  SLIP_PASSPHRASE_WRONG: {
    what: 'Not taken in: the passphrase is wrong.',
    todo: 'Check capitals and blanks, and try again. Nothing was changed.',
  },
  SLIP_PASSPHRASE_SHORT: {
    what: 'Not written: the passphrase is too short.',
    todo: 'Use at least 8 characters, and tell the receiver in person or by telephone.',
  },
  SLIP_OWN: {
    what: 'Not taken in: this library wrote the file itself.',
    todo: 'Give it to the office it is meant for. Nothing was changed.',
  },
  SLIP_FOREIGN: {
    what: 'Not taken in: nothing here corresponds to it.',
    todo: 'It is meant for another office, or for something else than was sent from here. Nothing was changed.',
  },
  SLIP_STORY_CHANGED: {
    what: 'Not taken in: this story was worked on here since.',
    todo: 'Tell whoever works on it here what is new. Nothing was changed.',
  },
  SLIP_NOT_FOUND: { what: 'This submission or review is not here.', todo: 'It may be in another library.' },
  SLIP_NOT_FOR_REVIEW: {
    what: 'Not written: this story is not to be reviewed now.',
    todo: 'What is sent for review is not verified or approved yet. Nothing was changed.',
  },
  SLIP_ANSWER_NOT_ASKED: { what: 'Not written: this asks for no review.', todo: 'Only review requests are answered.' },
  SLIP_NOT_RETURNED: {
    what: 'Not written: this story was not returned here.',
    todo: 'Return it in the story’s process first, saying what has to change, then save the answer as a file.',
  },
  SLIP_REASON_MISSING: {
    what: 'Not written: say what has to change when you send a story back.',
    todo: 'Write a sentence on the whole, or beside the words.',
  },
  SLIP_MEDIA_MISSING: {
    what: 'Not written: a picture or film is no longer in the library.',
    todo: 'Add it to the story again, or take it out. Nothing was changed.',
  },
  SLIP_PATHS_NOT_ALLOWED: {
    what: 'Folders of the server cannot be used from here.',
    todo: 'Upload and download instead.',
  },
  SLIP_FOLDER_UNUSABLE: {
    what: 'Not written: this folder cannot be written to.',
    todo: 'Check that the stick is in, has room and is not write-protected. Nothing was changed.',
  },
  FEED_NOT_FOUND: {
    what: 'This column is not here.',
    todo: 'It may have been deleted: what was deleted within thirty days can be restored.',
  },
  FEED_ENTRY_NOT_FOUND: {
    what: 'This is not in the column.',
    todo: 'Nothing was changed. Open the column again and choose from what was published in it.',
  },
  FEED_STORY_NOT_FOUND: {
    what: 'This story is not here.',
    todo: 'The column was not changed. Choose one from the list of stories.',
  },
  FEED_NOTHING_NEW: {
    what: 'No new issue was made: nothing is new.',
    todo: 'Earlier issues are all there. Widen what the column takes, or publish more stories.',
  },
  FEED_CHANGED: {
    what: 'No issue was made: the column or a story has just changed.',
    todo: 'Nothing was made twice. Look at what is there now, then do it again.',
  },
  FEED_ENTRY_WITHDRAWN: { what: 'This was withdrawn already.', todo: 'Nothing more needs to be done.' },
  FEED_DEFINITION_CHANGED: {
    what: 'Not saved: the settings of this column were just changed somewhere else.',
    todo: 'Your changes are still in this window. Take the others, or save these.',
  },
  FEED_TARGETS: {
    what: 'Not saved: the targets add up to more than 100%.',
    todo: 'The column was not changed. Lower some of them.',
  },
  FEED_STORY_NOT_FREE: {
    what: 'No issue was made: a chosen story cannot be in it.',
    todo: 'It is not published yet, or was in the column, withdrawn or kept out. Nothing was changed; leave it out and try again.',
  },
  FEED_FOLDER_NOT_ALLOWED: {
    what: 'Nothing was written: this folder cannot be used.',
    todo: 'Nothing was changed. Give the whole path, such as D:\\Column; from another computer, download instead.',
  },
  FEED_FOLDER_TAKEN: {
    what: 'Nothing was written: the folder holds something else.',
    todo: 'Nothing was changed. Choose an empty folder, or one that this column was written into before.',
  },
  FEED_FOLDER_NEWER: {
    what: 'Nothing was written: the column in that folder is newer than this one.',
    todo: 'Nothing was changed. Another computer may have published it; compare first, or choose another folder.',
  },
  FEED_FOLDER_BUSY: {
    what: 'Nothing was written: another Xinhuo is writing this folder.',
    todo: 'What was published before has not changed. Try again when it is done.',
  },
  FEED_FILE_IN_THE_WAY: {
    what: 'Nothing was written: somebody’s file has a name that the column needs.',
    todo: 'Nothing was changed. Move or rename it, and write the column again.',
  },
  FEED_NOTHING_ISSUED: {
    what: 'Nothing was written: this column has no such issue yet.',
    todo: 'Make an issue first.',
  },
  FEED_MEDIA_DAMAGED: {
    what: 'Nothing was written: a picture or film in the library is damaged.',
    todo: 'What was published before has not changed. Check the library, or restore a backup, and try again.',
  },
  FEED_STORY_NOT_IN_ISSUE: {
    what: 'This story is not in the column.',
    todo: 'It may have been withdrawn, or has not come out in any issue.',
  },
  SITE_NOT_FOUND: {
    what: 'There is no column from Xinhuo here.',
    todo: 'Choose the folder with xinhuo-site.json in it, or the archive that was downloaded.',
  },
  SITE_UNREADABLE: {
    what: 'The column’s list of files cannot be read.',
    todo: 'It may have been damaged or changed on the way. Ask the publisher for another copy.',
  },
  SITE_ASSETS_NOT_BUILT: {
    what: 'The site’s styles and script have not been built.',
    todo: 'Run npm run build first.',
  },
  FEED_DISK_FULL: {
    what: 'Not finished: the disk is full.',
    todo: 'What was published before has not changed. Make room and try again.',
  },
  FEED_READ_ONLY: {
    what: 'Nothing was written: the folder cannot be written.',
    todo: 'What was published before has not changed. Check its permissions, or the switch of the stick.',
  },
  FEED_STORAGE_GONE: {
    what: 'Not finished: the place to write to is not there.',
    todo: 'What was published before has not changed. Check the path; if it is on a stick or drive, plug that in and try again.',
  },
  FEED_STORAGE_IO: {
    what: 'Not finished: the disk failed.',
    todo: 'What was published before has not changed. Check the disk or stick and try again.',
  },
  FEED_PRIVATE_TEXT: {
    what: 'Nothing was sent out: something in it must not be public.',
    todo: 'What was published before was not changed. Mask it in the story, exclude the story with a reason, or change the column’s own lines.',
  },
  FORM_CHANGED: {
    what: 'Not saved: this form was just changed in another window.',
    todo: 'What you wrote is still in this window. Note what matters, then load the form again, or make a copy of it.',
  },
  FORM_TOO_LARGE: {
    what: 'Not saved: the form holds too much.',
    todo: 'A form holds up to 4 MB. Divide it, or fill a spreadsheet.',
  },
  PRINT_UNAVAILABLE: {
    what: 'Nothing on this computer can make a PDF.',
    todo: 'Save the .docx and print it from WPS. With LibreOffice installed, Xinhuo makes PDFs itself.',
  },
  PRINT_FAILED: {
    what: 'The PDF was not made.',
    todo: 'The form is not affected. Save the .docx and print it from WPS.',
  },
  PRINT_PAGE_NOT_BUILT: {
    what: 'The page for printing has not been built.',
    todo: 'Run npm run build, then try again.',
  },
  FINDING_NOT_FOUND: {
    what: 'The check does not have this finding.',
    todo: 'Nothing was changed. The words may have been edited just now; check again and go by the new findings.',
  },
  OVERRULE_NOT_ALLOWED: {
    what: 'This was not let pass: somebody who verifies, approves or publishes has to decide.',
    todo: 'Nothing was changed. Repair it as suggested, or ask a colleague.',
  },
  OVERRULE_REASON_MISSING: {
    what: 'This was not let pass: please give the reason.',
    todo: 'The reason is recorded with your name and can be looked up later.',
  },
  MEDIA_NOT_FOUND: {
    what: 'This story does not have this picture.',
    todo: 'It may have been taken out. Load the story again.',
  },
  MEDIA_NONE: { what: 'No file arrived.', todo: 'Choose or drop pictures, films or recordings again.' },
  MEDIA_UPLOAD_BROKEN: { what: 'The file did not arrive whole.', todo: 'The story was not changed. Try again.' },
  PICTURE_MISSING: {
    what: 'The file of this picture is not there.',
    todo: 'All words are. Add the picture again, or take it out of the story.',
  },
  PICTURE_BROKEN: {
    what: 'This picture cannot be opened.',
    todo: 'All words are there. Copy it from the phone or camera again, then add it.',
  },
  PICTURE_TOO_LARGE: {
    what: 'This picture is too large.',
    todo: 'Make it smaller than 60 megapixels (300 for a JPEG photo), then add it.',
  },
  PICTURE_UNSUPPORTED: {
    what: 'Xinhuo does not know this kind of picture.',
    todo: 'Save it as JPG, then add it.',
  },
  PICTURES_UNAVAILABLE: {
    what: 'The part that handles pictures does not run on this machine.',
    todo: 'Words and original pictures are there. Install Xinhuo again, or handle stories with pictures on another machine.',
  },
  RESPONSE_NOT_FOUND: { what: 'This answer is not there.', todo: 'Load the list again.' },
  RESPONSE_NOT_ON_CARD: {
    what: 'Nothing was changed: what is written does not fit the questions of the card.',
    todo: 'Load again, then change it once more.',
  },
  CARD_NO_COLUMN: {
    what: 'Nothing was taken: no column is a question of the card.',
    todo: 'Say in the columns which column is which question.',
  },
  NOT_KEPT_HERE: {
    what: 'Progress of learning is not kept here, since many people use this library.',
    todo: 'How far you are stays in your own browser.',
  },
  STEP_NOT_FOUND: {
    what: 'This learning path has no such step; it may just have been changed.',
    todo: 'Load again. What you have learned is still noted.',
  },
  PROGRESS_NOT_SAVED: {
    what: 'How far you are was not noted.',
    todo: 'Your library is not affected, and you can go on learning. Try again later.',
  },
  RESPONSE_NO_STORY: {
    what: 'No task was made: it is not known which story this is about.',
    todo: 'Choose the story first.',
  },
  RESPONSE_NOT_OWN: {
    what: 'No task was made: this story was not written here.',
    todo: 'Export the answers and hand the file to the office that wrote the story.',
  },
  RESPONSE_ISSUED: {
    what: 'Nothing was changed: this reply has gone out with an issue.',
    todo: 'Correct the story instead, or write a further note.',
  },
  RESPONSE_PERSON_NEEDED: {
    what: 'The reply was not saved: it is not known who gives it.',
    todo: 'Choose who acts, then reply again. What you wrote is still there.',
  },
  RESPONSE_PERSONAL_DATA: {
    what: 'Not saved: it holds personal data.',
    todo: 'Put it differently, or agree to have it masked. Nothing was changed.',
  },
  RESPONSE_FILE_UNREADABLE: {
    what: 'Not taken: this is no feedback file, or it was not copied whole.',
    todo: 'Choose a file whose name begins with xinhuo-fankui, or an .xlsx or .csv sheet.',
  },
  RESPONSE_FILE_ALTERED: {
    what: 'Not taken: this file was changed or damaged after it was written.',
    todo: 'Ask the office that sent it to export it again. Nothing of it was taken.',
  },
  RESPONSE_FILE_TOO_NEW: {
    what: 'Not taken: a newer version of Xinhuo wrote this file.',
    todo: 'Update Xinhuo first.',
  },
  RESPONSE_FILE_TOO_LARGE: {
    what: 'Not taken: this file is too large for answers.',
    todo: 'Check whether it is the right file.',
  },
  RESPONSE_FILE_KNOWN: {
    what: 'Not taken again: all that is in this file was taken before.',
    todo: 'There is nothing more to do.',
  },
  RESPONSE_FILE_OWN: {
    what: 'Not taken: this file was exported here.',
    todo: 'Hand it to the office that wrote the stories.',
  },
  RESPONSE_UPLOAD_NOT_FOUND: {
    what: 'This file is no longer there.',
    todo: 'Files are kept for a day, and cleared when Xinhuo opens. Choose it again.',
  },
  RESPONSE_PATH_NOT_ALLOWED: { what: 'Files cannot be read by path here.', todo: 'Drop the file into the window.' },
  RESPONSE_NO_COLUMN: {
    what: 'Not taken: no column is a judgement or a remark.',
    todo: 'Say which column is which, then take it.',
  },
  RESPONSES_NOTHING_TO_SEND: {
    what: 'Nothing was exported: there are no answers received here.',
    todo: 'What other offices sent is theirs to send.',
  },
  PROPOSALS_NOT_FOUND: {
    what: 'This import is no longer there.',
    todo: 'What was kept as drafts is there. Choose the other files again.',
  },
  PROPOSALS_PATH_NOT_ALLOWED: { what: 'Files cannot be read by path here.', todo: 'Drop the files into the window.' },
  PROPOSALS_NONE: {
    what: 'No story was found.',
    todo: 'Choose .docx, .doc, .pdf, .md, .txt, .html, .xlsx or .csv, or a folder of texts and pictures.',
  },
  PROPOSAL_FILE_MISSING: {
    what: 'Not kept: a picture or an original is no longer there.',
    todo: 'Choose the files again.',
  },
  PROPOSAL_TEXT_EMPTY: { what: 'There is no text to read.', todo: 'Paste the text first.' },
  FORBIDDEN: { what: 'Xinhuo refused this request.', todo: 'Open Xinhuo from its icon.' },
  BAD_REQUEST: { what: 'Xinhuo did not understand this request.', todo: 'Nothing was changed.' },
  UNEXPECTED: {
    what: 'Something unexpected went wrong.',
    todo: 'What was saved before is not affected. Try again; if it still fails, open Xinhuo again.',
  },
}
