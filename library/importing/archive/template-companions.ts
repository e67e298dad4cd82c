/** How the files beside a template's X.docx are called: its schema, and its filled copies. */
export const companionEndings: readonly string[] = [
  '.schema.json',
  '.good.sample.json',
  '.bad.sample.json',
  '.sample.json',
  '.sample-good.json',
  '.sample-bad.json',
  ...[1, 2, 3, 4, 5].map((number) => `.sample-${number}.json`),
]

/** The files that come in with a .docx beside them, as its schema and samples: not refused as what cannot be read. */
export function templateCompanions(sources: readonly string[]): string[] {
  const documents = new Set(sources.flatMap((source) => (/\.docx$/i.test(source) ? [source.slice(0, -5)] : [])))
  if (documents.size === 0) return []
  return sources.filter((source) =>
    companionEndings.some((ending) => source.endsWith(ending) && documents.has(source.slice(0, -ending.length))),
  )
}
