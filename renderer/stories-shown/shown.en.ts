import type { Messages } from '../language/messages.ts'
import type { shownZhCN } from './shown.zh-CN.ts'

/** What stories in everyday use say, in English. */
export const shownEn: Messages<typeof shownZhCN> = {
  acting: { label: 'Working here now', nobody: 'This computer (no name)' },
  today: {
    title: 'A story for today',
    read: 'Read it',
    large: 'With large pictures',
    hide: 'Not today',
    hideAlways: 'No stories on the home page',
    hidden: 'The home page shows no stories now; the settings bring them back.',
    back: 'A story on the home page',
  },
  clause: { stories: 'Stories for this clause ({{n}})', storiesOfText: 'Stories for this text ({{n}})' },
  story: { clauses: 'Clauses in this story ({{n}})', notHeld: 'not in the library' },
}
