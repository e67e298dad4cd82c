import type { Messages } from '../../language/messages.ts'
import type { balanceZhCN } from './balance.zh-CN.ts'

/** What the balance view says, in English. */
export const balanceEn: Messages<typeof balanceZhCN> = {
  title: 'Who is told about, and who is not yet',
  lead: 'Only whether the telling is even; no person and no place is ranked',
  of: 'Of',
  everything: 'All published stories',
  over: 'Over',
  spans: { all: 'All time', year: 'The last year', half: 'The last half year', quarter: 'The last three months' },
  since: 'Since {{date}}',
  count: 'Stories: {{n}}. Everything stands in the vocabulary’s order; a story may count for several.',
  emptyTitle: 'No stories to look at yet',
  emptyWhat:
    'Once stories are published, pictures and tables here say which posts, places, themes and groups they tell about, and who is missing.',
  by: 'By {{dimension}}',
  nothing: 'No story says so yet.',
  picture: 'Shares by {{dimension}}; the numbers stand in the table beside',
  pictureWithTargets:
    'Shares by {{dimension}}; dashed outlines are what is wanted; the numbers stand in the table beside',
  stories: 'Stories',
  share: 'Share',
  target: 'Wanted',
  months: 'By month',
  monthsPicture: 'Stories published in each month; the numbers stand in the table beside',
  month: 'Month',
  missing: 'Not told about lately ({{n}})',
  tell: 'Tell one',
  tellAbout: 'Tell a story about “{{value}}”',
  heroes: 'Told about more than once lately',
  heroesHint: 'Somebody else would be fresh to hear about.',
}
