import type { Messages } from '../language/messages.ts'
import { balanceEn } from './balance/balance.en.ts'
import { definitionEn } from './definition/definition.en.ts'
import { issueEn } from './desk/issue.en.ts'
import type { feedsZhCN } from './feeds.zh-CN.ts'
import { responsesEn } from './responses/responses.en.ts'
import { siteEn } from './site/site.en.ts'

/** What the columns desk says, in English. */
export const feedsEn: Messages<typeof feedsZhCN> = {
  cancel: 'Cancel',
  tabs: { label: 'Columns', feeds: 'Columns', balance: 'Balance', responses: 'Responses' },
  list: {
    title: 'Columns',
    lead: 'Verified stories, sent out issue by issue',
    issued: 'Issue {{issue}}, {{date}}; stories that stand in it: {{n}}',
    notIssued: 'No issue yet',
    waiting: 'Stories that may go into the next issue: {{n}}.',
    nothingWaiting: 'No new stories are waiting.',
    changed: 'Entries to be corrected or withdrawn: {{n}}.',
    show: 'Slideshow',
    discard: 'Discard',
    discardOf: 'Discard the column “{{title}}”',
    discarded: 'Column discarded',
    discardedHint:
      '“{{title}}”. Its stories and the sites written so far are untouched. It can be restored for thirty days.',
    discardedTitle: 'Discarded columns ({{n}})',
    restore: 'Restore',
    restoreOf: 'Restore the column “{{title}}”',
    notDiscarded: 'Not discarded',
    emptyTitle: 'Your office’s columns will stand here',
    emptyWhat:
      'A column is a collection of stories that is renewed: you say whom it is for and what belongs in it; Xinhuo prepares the next issue, and you decide what goes in.',
    emptyHow:
      'An issue can become a site that opens without any network (from a USB stick, too), a feed, a post for an official account, a booklet or a poster.',
    startTitle: 'Begin a column',
    startLead: 'Start from one that is ready; its name, criteria and mix can be changed at any time.',
    readyTitle: '“{{title}}”',
    startEmpty: 'Start from nothing',
    untitled: 'Untitled column',
  },
  one: {
    title: 'Column',
    parts: 'Parts of the column',
    issue: 'Issue {{issue}} is out; stories that stand in it: {{n}}',
  },
  parts: {
    issue: 'Next issue',
    definition: 'Criteria and mix',
    entries: 'Issues so far',
    site: 'Write the site',
    papers: 'Posts and paper',
  },
  evidence: {
    any: 'Any',
    told: 'Somebody said so',
    seen: 'Seen, or in a picture',
    documented: 'In documents, registers or statistics',
  },
  dimension: { theme: 'Theme', post: 'Post', place: 'Place', group: 'Group' },
  ...issueEn,
  ...definitionEn,
  ...siteEn,
  balance: balanceEn,
  responses: responsesEn,
}
