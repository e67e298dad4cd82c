export const feedParts = ['issue', 'definition', 'entries', 'site', 'papers'] as const
export type FeedPart = (typeof feedParts)[number]

/** `?part=` of a column's page; its first part is the next issue. */
export function feedPartOf(part: string | undefined): FeedPart {
  return feedParts.find((name) => name === part) ?? 'issue'
}
