const oneQuotedPhrase = /^["＂“”„‟«»「」『』]([^"＂“”„‟«»「」『』]+)["＂“”„‟«»「」『』]$/

/** A query as it stands between a sentence's own quotation marks: a single quoted phrase without its marks. */
export function wordsToShow(query: string): string {
  const typed = query.trim()
  return oneQuotedPhrase.exec(typed)?.[1]?.trim() || typed
}
