import type { ErrorText } from '../language/errors.en.ts'

const kept = 'What was published before is unchanged.'

/** What goes wrong when a column is written and when answers come back, in English. */
export const feedErrorsEn: Readonly<Record<string, ErrorText>> = {
  FEED_FOLDER_NOT_ALLOWED: {
    what: 'Not written: this folder cannot be used.',
    todo: 'Nothing was changed. Give a full path; from another computer, use the download.',
  },
  FEED_FOLDER_TAKEN: {
    what: 'Not written: the folder holds something else.',
    todo: 'Nothing was changed. Choose an empty folder, or one this column was written to before.',
  },
  FEED_FOLDER_NEWER: {
    what: 'Not written: the column in the folder is newer than this one.',
    todo: 'Nothing was changed. Another computer may have published it; verify it, or choose another folder.',
  },
  FEED_FOLDER_BUSY: {
    what: 'Not written: another Xinhuo is writing into this folder.',
    todo: `${kept} Wait until it is done, then try again.`,
  },
  FEED_FILE_IN_THE_WAY: {
    what: 'Not written: somebody’s file has a name that the column needs.',
    todo: 'Nothing was changed. Move or rename that file, then write again.',
  },
  FEED_NOTHING_ISSUED: {
    what: 'Not written: this column has no issue yet.',
    todo: 'Make the first issue, then write the site.',
  },
  FEED_STORY_NOT_IN_ISSUE: {
    what: 'The column does not have this story.',
    todo: 'It may have been withdrawn, or is in no issue yet.',
  },
  FEED_CANCELLED: { what: 'Writing the column was stopped.', todo: kept },
  FEED_DISK_FULL: { what: 'Not written to the end: the disk is full.', todo: `${kept} Make room, then try again.` },
  FEED_READ_ONLY: {
    what: 'Not written: the folder cannot be written to.',
    todo: `${kept} Check the folder’s permissions or the stick’s write protection.`,
  },
  FEED_STORAGE_GONE: {
    what: 'Not written to the end: the disk is not there.',
    todo: 'Put the stick or disk back in, then try again.',
  },
  FEED_STORAGE_IO: {
    what: 'Not written to the end: the disk failed.',
    todo: `${kept} Check the disk or stick, then try again.`,
  },
  SITE_NOT_FOUND: {
    what: 'There is no column written by Xinhuo here.',
    todo: 'Choose the folder that holds xinhuo-site.json, or the zip that was downloaded.',
  },
  SITE_UNREADABLE: {
    what: 'The column’s manifest cannot be read.',
    todo: 'It may have been damaged in copying, or changed. Ask its publisher for another copy.',
  },
  SITE_ASSETS_NOT_BUILT: {
    what: 'The styles and scripts of the site are not built.',
    todo: 'Run npm run build first.',
  },
  RESPONSE_NOT_FOUND: { what: 'There is no such response.', todo: 'Load the list again.' },
  RESPONSE_NO_STORY: {
    what: 'Not made a task: no story belongs to this response yet.',
    todo: 'Choose which story it is about.',
  },
  RESPONSE_NOT_OWN: {
    what: 'Not made a task: the story was not written here.',
    todo: 'Write the response file and hand it to the office that told the story.',
  },
  RESPONSE_ISSUED: {
    what: 'Not changed: this answer went out with the column already.',
    todo: 'To add something, correct the story or write a further note.',
  },
  RESPONSE_PERSON_NEEDED: {
    what: 'The answer was not kept: it is not known who gives it.',
    todo: 'Choose who works here now, then answer again. What you wrote is still there.',
  },
  RESPONSE_PERSONAL_DATA: {
    what: 'Not saved: it holds personal data.',
    todo: 'Put it differently, or agree to mask it. Nothing was changed.',
  },
  RESPONSE_FILE_UNREADABLE: {
    what: 'Not taken: this is no response file of Xinhuo, or it is not whole.',
    todo: 'Choose a file whose name begins with xinhuo-fankui, or an .xlsx or .csv sheet.',
  },
  RESPONSE_FILE_ALTERED: {
    what: 'Not taken: this file was changed or damaged after it was written.',
    todo: 'Ask the office that sent it to write it again.',
  },
  RESPONSE_FILE_TOO_NEW: {
    what: 'Not taken: a newer Xinhuo wrote this file.',
    todo: 'Update Xinhuo, then take it in again.',
  },
  RESPONSE_FILE_TOO_LARGE: {
    what: 'Not taken: the file is too large to be responses.',
    todo: 'Check that it is the right file.',
  },
  RESPONSE_FILE_KNOWN: {
    what: 'Not taken twice: everything in this file was taken before.',
    todo: 'There is nothing to do.',
  },
  RESPONSE_FILE_OWN: {
    what: 'Not taken: this file was written here.',
    todo: 'Hand it to the office that told the stories.',
  },
  RESPONSE_UPLOAD_NOT_FOUND: { what: 'The file is not here any more.', todo: 'Choose it again.' },
  RESPONSE_PATH_NOT_ALLOWED: {
    what: 'Files cannot be read by their path here.',
    todo: 'Drop the file into the window.',
  },
  RESPONSE_NO_COLUMN: {
    what: 'Not taken: no column holds a judgement or words.',
    todo: 'Say which column is “useful or not” and which is what people wrote.',
  },
  RESPONSES_NOTHING_TO_SEND: {
    what: 'Not written: there are no responses to hand on.',
    todo: 'Come back once responses have come in here.',
  },
}
