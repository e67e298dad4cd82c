import type { Messages } from '../language/messages.ts'
import type { shownZhCN } from './shown.zh-CN.ts'

/** What stories in everyday use say, in English. */
export const shownEn: Messages<typeof shownZhCN> = {
  today: {
    title: 'A story for today',
    large: 'With large pictures',
    hide: 'Not today',
    hideAlways: 'No stories on the home page',
    back: 'Show a story on the home page',
  },
  clause: { stories: 'Stories for this clause ({{n}})', storiesOfText: 'Stories for this text ({{n}})' },
  story: {
    large: 'With large pictures (V)',
    clauses: 'Clauses in this story ({{n}})',
    notHeld: 'not in the library',
    responses: 'What readers said ({{n}})',
    allResponses: 'All of it',
  },
  large: {
    label: 'Large pictures',
    leave: 'Back (Esc)',
    toDesk: 'To the reading desk',
    published: 'published {{date}}',
  },
  slideshow: {
    label: 'Slideshow of stories',
    emptyTitle: 'There are no stories to show yet',
    emptyWhat: 'Published stories are shown here slowly, one after another. Esc goes back.',
    previous: 'Previous',
    next: 'Next',
    pause: 'Pause',
    play: 'Go on',
    place: '{{at}} / {{n}}',
    column: 'Which column',
    everything: 'All stories',
    pace: 'Pace',
    paces: { calm: 'A little quicker', slow: 'Slowly', slower: 'More slowly' },
    full: 'Fill the screen (F)',
    leave: 'Back (Esc)',
    quoted: '“{{text}}”',
    result: 'What came of it',
  },
}
