import { lstat, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { FoundDocument } from '../../importing/archive/found-file.ts'
import { walk } from '../../importing/archive/walk.ts'
import { extensionOf } from '../../importing/readers/extension-of.ts'

/** A picture, film or sound that lies beside texts. */
export interface FoundPicture {
  /** Relative to what was given, with `/`. */
  readonly source: string
  readonly path: string
  readonly size: number
}

export interface FoundText {
  readonly document: FoundDocument
  /** Those that lie beside it and belong to it, in the order of their names. */
  readonly pictures: readonly FoundPicture[]
}

/** What was found: texts with their pictures, spreadsheets, and what is not taken. */
export interface FoundStoryFiles {
  readonly texts: readonly FoundText[]
  readonly sheets: readonly FoundPicture[]
  readonly skipped: readonly { readonly file: string; readonly code: string; readonly reason: string }[]
}

const PICTURES = new Set([
  ...['jpg', 'jpeg', 'png', 'gif', 'webp', 'tif', 'tiff', 'heic', 'bmp'],
  ...['mp4', 'mov', 'webm', 'mp3', 'm4a', 'wav'],
])
const SHEETS = new Set(['xlsx', 'csv', 'xls', 'et', 'ods'])
/** Folders in which the pictures of the text above them lie. */
const PICTURE_FOLDER = /^(?:图片?|照片|配图|插图|附件|素材|images?|pics?|pictures?|photos?|media)$/i

/** Finds texts, pictures and spreadsheets below what was given. Nothing outside it is touched. */
export async function findStoryFiles(paths: readonly string[], signal: AbortSignal): Promise<FoundStoryFiles> {
  const documents: { document: FoundDocument; root: string }[] = []
  const pictures: (FoundPicture & { root: string })[] = []
  const sheets: FoundPicture[] = []
  const skipped: { file: string; code: string; reason: string }[] = []
  for (const given of paths) {
    const root = path.resolve(given)
    for await (const found of walk([root])) {
      if (signal.aborted) break
      if (found.type === 'document') {
        documents.push({ document: found, root })
        continue
      }
      const extension = extensionOf(found.source)
      const file = found.code === 'FILE_UNSUPPORTED' ? await plainFile(root, found.source) : undefined
      if (file && PICTURES.has(extension)) pictures.push({ ...file, root })
      else if (file && SHEETS.has(extension)) sheets.push(file)
      else if (found.code === 'FILE_UNSUPPORTED' && (PICTURES.has(extension) || SHEETS.has(extension))) {
        const reason = '压缩包里的图片、影音和表格没有读取。请先解压，再选解压出来的文件夹。'
        skipped.push({ file: found.source, code: 'ARCHIVE_MEDIA', reason })
      } else skipped.push({ file: found.source, code: found.code, reason: found.reason })
    }
  }
  const { texts, loose } = groupPictures(documents, pictures)
  for (const { source } of loose) {
    skipped.push({
      file: source,
      code: 'PICTURE_ALONE',
      reason: '不知道这是哪一篇的图片。请把图片和它的文字放在同一个文件夹里。',
    })
  }
  return { texts, sheets, skipped }
}

/** A file of the folder itself, that no link leads to; what lies in an archive is none. */
async function plainFile(root: string, source: string): Promise<FoundPicture | undefined> {
  try {
    const real = await realpath(root)
    const isFolder = (await lstat(real)).isDirectory()
    const file = isFolder ? path.join(real, ...source.split('/')) : real
    const facts = await lstat(file)
    return facts.isFile() && facts.size > 0 ? { source, path: file, size: facts.size } : undefined
  } catch {
    return undefined
  }
}

const folderOf = (source: string) => source.split('/').slice(0, -1).join('/')
const nameOf = (source: string) => source.split('/').at(-1) ?? source
const stemOf = (source: string) => nameOf(source).replace(/\.[^.]+$/, '')

/** A picture belongs to the only text of its folder, to the one whose name its own begins with, or to the text above its folder. */
function groupPictures(
  documents: readonly { readonly document: FoundDocument; readonly root: string }[],
  pictures: readonly (FoundPicture & { readonly root: string })[],
): { texts: FoundText[]; loose: FoundPicture[] } {
  const own = new Map<FoundDocument, FoundPicture[]>(documents.map(({ document }) => [document, []]))
  const loose: FoundPicture[] = []
  const textsIn = (root: string, folder: string) =>
    documents
      .filter((one) => one.root === root && folderOf(one.document.source) === folder)
      .map(({ document }) => document)
  for (const picture of pictures) {
    const folder = folderOf(picture.source)
    const beside = textsIn(picture.root, folder)
    const above =
      PICTURE_FOLDER.test(nameOf(folder)) || beside.length === 0 ? textsIn(picture.root, folderOf(folder)) : []
    const among = beside.length > 0 ? beside : folder === '' ? [] : above
    const named = among.filter((document) => stemOf(picture.source).startsWith(stemOf(document.source)))
    // The longest name that fits: 修渠二 and not 修渠 for 修渠二1.jpg.
    const [best] = named.toSorted((a, b) => stemOf(b.source).length - stemOf(a.source).length)
    const owner = best ?? (among.length === 1 ? among[0] : undefined)
    if (owner) own.get(owner)?.push(picture)
    else loose.push(picture)
  }
  return { texts: documents.map(({ document }) => ({ document, pictures: own.get(document) ?? [] })), loose }
}
