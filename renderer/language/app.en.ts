import type { appZhCN } from './app.zh-CN.ts'
import type { Messages } from './messages.ts'

/** What the window says, in English. */
export const appEn: Messages<typeof appZhCN> = {
  name: 'Xinhuo',
  nav: {
    label: 'Main',
    home: 'Home',
    search: 'Search',
    library: 'Library',
    favourites: 'Favourites and notes',
    import: 'Import',
    settings: 'Settings',
  },
  shell: {
    skip: 'Skip to content',
    back: 'Back',
    keys: 'Keyboard',
    arrived: 'Opened: {{title}}',
    loading: 'Opening…',
  },
  searchBox: {
    label: 'Search the library',
    placeholder: 'A subject, a clause, a document number: 宅基地, 低保 申请, 国发12号',
    submit: 'Search',
    clear: 'Clear',
    suggestions: 'Titles',
    all: 'Search everything for “{{query}}”',
    count: '{{count}} titles suggested',
  },
  kind: { policy: 'Policies', template: 'Templates', story: 'Stories', guide: 'Guides' },
  kindHint: {
    policy: 'Laws, regulations, digests',
    template: 'Forms, applications, notices',
    story: 'How others made it work',
    guide: 'What to do, step by step',
  },
  validity: {
    'in-force': 'In force',
    'not-yet': 'Not yet in force',
    amended: 'Amended',
    repealed: 'Repealed',
    expired: 'Expired',
  },
  validityLabel: 'Validity: {{validity}}',
}
