import type { UnreadableFileCode } from '../../library/importing/readers/unreadable-file-error.ts'

/** The service says in Chinese why it skipped a file; these are its codes' texts in English. */
export const skipReasonsEn: Readonly<Record<UnreadableFileCode, string>> = {
  FILE_EMPTY: 'There is nothing in this file. Make sure it was saved completely, then import it again.',
  FILE_TOO_LARGE: 'The file is too large. Split it into smaller files, then import those.',
  FILE_ENCRYPTED: 'The file is protected by a password. Remove the password, then import it again.',
  FILE_TRUNCATED: 'The file is incomplete: its end is missing. Copy or download it again, then import it.',
  FILE_DAMAGED:
    'The file is damaged. If it still opens elsewhere, save a new copy and import that; if not, get another.',
  FILE_MISLABELLED: 'What is inside is not what the file’s name says. Open it, save it as .docx, and import that.',
  FILE_UNSUPPORTED:
    'Files of this kind cannot be read. Save it as .docx or .pdf, or unpack it, then import: .md, .docx, .doc, .pdf, .html, .txt and .zip can be read.',
  FILE_NO_TEXT: 'There is no text to read. If it is a scan, run text recognition first, or find a version with text.',
  FILE_TIMEOUT: 'The file is too complex to be read in the time allowed. Save it as .docx or .txt and import that.',
  FILE_MEMORY: 'Reading this file takes too much memory. Split it, or save it as .txt, then import.',
  FILE_CRASHED: 'Reading this file failed unexpectedly. Save a new copy and import that.',
  FILE_OUTPUT_TOO_LARGE:
    'There is too much in this file once unpacked. Split it into smaller files, then import those.',
  FILE_TOO_DEEP: 'The file is nested too deeply. Save it as .txt and import that.',
  FILE_FRONT_MATTER: 'The details at the head of the file are not right. Correct them, then import it again.',
  FILE_UNREADABLE: 'The file could not be read. Check the disk, the stick and the file’s permissions, then try again.',
  FILE_MISSING:
    'The file, or an attachment it names, is not there. Check the path; for files on a stick, put the stick in first.',
  LINK_REFUSED: 'This leads to a file elsewhere. Copy the file itself into the folder, then import it.',
  ARCHIVE_UNSAFE_PATH: 'The path of this file or attachment is not safe. Take out the files you need and import those.',
  ARCHIVE_BOMB:
    'The archive is abnormally large once unpacked. Make sure you trust where it is from, unpack it, and import the files you need.',
  ARCHIVE_NESTED: 'This is an archive inside an archive. Unpack the inner one first, then import it.',
  READER_CLOSED:
    'The import was stopped before this file was read. Import again to complete the rest; nothing comes in twice.',
}

/** Likewise for files that were taken in but want looking at. */
export const warningsEn = {
  CHARACTERS_DOUBTFUL: 'Some characters may be wrong. Compare with the original.',
  FIELD_UNKNOWN: 'Some details at the head of the file were not recognised and not used.',
  FORMAT_DIFFERS: 'The file’s name says another format than its content has. It was read by its content.',
  PAGES_WITHOUT_TEXT: 'Some pages have no text and may be scans. Compare with the original.',
  PICTURES_LOST: 'Some pictures were not taken in. Compare with the original.',
} as const
