/** A search that a person keeps under a name. */
export interface SavedSearch {
  readonly id: string
  readonly name: string
  /** The search page's address parameters, as a query string without `?`: `q=低保&kind=policy`. */
  readonly address: string
  readonly createdAt: string
  /** How many items it found when it was last looked at. */
  readonly seenTotal?: number | undefined
}

/** Something that was searched for lately. */
export interface RecentSearch {
  readonly query: string
  readonly at: string
}

/** Something a person looked for and the library does not have; private until they send it. */
export interface SearchGap {
  readonly id: string
  readonly query: string
  /** Who asked, or what it is needed for; may be empty. */
  readonly note: string
  readonly notedAt: string
  /** When it was last written to a file. */
  readonly exportedAt?: string | undefined
}

/** The file that carries noted gaps to the content office. */
export interface GapsFile {
  readonly format: 'xinhuo-search-gaps'
  readonly version: 1
  readonly exportedAt: string
  readonly gaps: readonly Pick<SearchGap, 'id' | 'query' | 'note' | 'notedAt'>[]
}
