/** The names under which answers are kept, so that one desk's change refreshes another's list. */
export const queryKeys = {
  home: ['home'],
  about: ['about'],
  settings: ['settings'],
  items: ['items'],
  favourites: ['favourites'],
  notes: ['notes'],
  recent: ['recent'],
  jobs: ['jobs'],
  backups: ['backups'],
  search: ['search'],
  savedSearches: ['saved-searches'],
  recentSearches: ['recent-searches'],
  searchGaps: ['search-gaps'],
} as const
