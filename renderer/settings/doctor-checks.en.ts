import type { DoctorCheckCode } from '../../library/service/doctor-report.ts'

interface CheckText {
  readonly name: string
  /** What it says when all is well. */
  readonly sound: string
  /** What is wrong and what to do, whatever the particulars. */
  readonly wrong: string
}

/** The service says its checks in Chinese; these are their codes' texts in English. */
export const doctorChecksEn: Readonly<Record<DoctorCheckCode, CheckText>> = {
  database: {
    name: 'Library file',
    sound: 'Sound.',
    wrong: 'Damaged, or could not be read. Restore the latest backup.',
  },
  revisions: {
    name: 'Revisions',
    sound: 'All content is as it was recorded.',
    wrong: 'Content is not as it was recorded. Restore the latest backup, or import the file again.',
  },
  blobs: {
    name: 'Attachments',
    sound: 'All are there and sound.',
    wrong: 'One is missing or damaged. Import the file that holds it again.',
  },
  forms: {
    name: 'Filled forms',
    sound: 'The templates they were made with are all there.',
    wrong:
      'A template that forms were made with is missing, so their documents cannot be made again. What was filled in is all there. Import the template again, or update its channel.',
  },
  record: {
    name: 'Record of stories',
    sound: 'Each entry follows the one before; none was changed.',
    wrong:
      'An entry was changed or is missing, or a story stands where no recorded step has put it. The stories are all there. Restore the latest backup, and find out who changed the library’s files; review files that others have hold the record as it was.',
  },
  index: {
    name: 'Search index',
    sound: 'Up to date with the library.',
    wrong:
      'Damaged or behind the library. Your items are all there; the index is rebuilt or completed by itself, at the latest when Xinhuo is opened again.',
  },
  backups: {
    name: 'Backups',
    sound: 'The backup folder can be read. Its backups are listed under Backups.',
    wrong: 'The backups could not be listed. Check the library’s disk.',
  },
  disk: {
    name: 'Disk space',
    sound: 'There is enough room.',
    wrong: 'The disk is nearly full, or could not be examined. Make room, so that saving does not fail.',
  },
  writable: {
    name: 'Writing',
    sound: 'The library’s folder can be written to.',
    wrong: 'The library’s folder cannot be written to. Check its permissions or the stick’s write protection.',
  },
}
