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
    close: 'Close',
    arrived: 'Opened: {{title}}',
    loading: 'Opening…',
  },
  searchBox: {
    from: { topic: 'topic', word: 'word', recent: 'recent' },
    label: 'Search the library',
    placeholder: 'A subject, a clause, a document number: 宅基地, 低保 申请, 国发12号',
    clear: 'Clear',
    suggestions: 'Suggestions',
    all: 'Search everything for “{{query}}”',
    found: 'Suggestions: {{n}}',
  },
  kind: { policy: 'Policies', template: 'Templates', story: 'Stories', guide: 'Guides' },
  kindOne: { policy: 'Policy', template: 'Template', story: 'Story', guide: 'Guide' },
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
  error: {
    unexpected: 'Something unexpected went wrong.',
    safe: 'Your library is on this machine and is not affected. Try again; if it still fails, close the window and open Xinhuo again.',
    retry: 'Try again',
    code: 'Code',
  },
  sessionEnded: {
    title: 'Please open Xinhuo again',
    what: 'This window is no longer connected to Xinhuo, usually because Xinhuo was restarted or the address was copied.',
    safe: 'Your library is on this machine and is not affected.',
    todo: 'Close this window, then open Xinhuo from its icon or the command line.',
  },
  notFound: {
    title: 'Nothing here',
    what: 'There is no such address. Use the navigation on the left, or press Ctrl+K to search.',
  },
  job: {
    import: 'Import',
    backup: 'Backup',
    export: 'Export',
    reindex: 'Rebuild the index',
    queued: 'Waiting to start',
  },
  pager: { label: 'Pages', previous: 'Previous', next: 'Next', place: 'Page {{page}} of {{pages}}' },
  keys: {
    title: 'Keyboard',
    search: 'Search',
    hits: 'Move through the results',
    open: 'Open',
    box: 'Back to the search box',
    back: 'Go back',
    forward: 'Go forward',
    help: 'Show this help',
    import: 'Import',
  },
}
