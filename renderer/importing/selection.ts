/** A file with its path relative to what was dropped or chosen, with `/`. */
export interface ChosenFile {
  readonly path: string
  readonly file: File
}

/** What a person chose to import: paths on this machine (desktop shell), or the files themselves. */
export type Selection =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'files'; readonly files: readonly ChosenFile[] }

/** Files an operating or office system leaves beside people's own. */
export function isLeftover(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name)
}

/** From a file input; a chosen folder's files carry their path within it. */
export function selectionFromFiles(files: Iterable<File>): Selection {
  const chosen = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
  return { kind: 'files', files: chosen.filter(({ path }) => !isLeftover(path)) }
}
