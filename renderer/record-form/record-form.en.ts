import type { Messages } from '../language/messages.ts'
import type { recordFormZhCN } from './record-form.zh-CN.ts'

/** The fields of records' forms, in English. */
export const recordFormEn: Messages<typeof recordFormZhCN> = {
  comment: 'Comment on these words',
  words: { write: 'Write it and press Enter; several are fine.', none: 'Nothing to choose.' },
  date: {
    example: 'e.g. 2025年3月, or 2025',
    dayExample: 'e.g. 2025-03-05',
    wrong: 'This is no time we can read. Write 2025, 2025年3月 or 2025-03-05.',
    dayWrong: 'Write the whole day, such as 2025-03-05.',
  },
  entry: {
    place: '{{one}} {{n}}',
    add: 'Add a {{one}}',
    remove: 'Remove',
    removeOf: 'Remove: {{name}}',
    upOf: 'Move up: {{name}}',
    downOf: 'Move down: {{name}}',
  },
  read: {
    certain: 'Read from: ',
    likely: 'Guessed from, please check: ',
    confirm: 'Right',
    confirmOf: 'Confirm: {{label}}',
  },
  clause: {
    pickTitle: 'Pick provisions',
    find: 'Search provisions',
    findExample: 'A matter, an article or a title',
    findNone: 'Nothing found; try other words.',
    findFound: '{{n}} policies',
    whole: 'Pick the whole',
    take: 'Pick',
    takeOf: '{{what}}: {{name}}',
    taken: 'Picked',
  },
}
