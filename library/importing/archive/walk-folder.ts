import { lstat, realpath } from 'node:fs/promises'
import { extensionOf } from '../readers/extension-of.ts'
import { claimedAttachments, frontMatterBytes } from './claimed-attachments.ts'
import { fileKind, isPassedOver, type SizeLimits } from './file-kinds.ts'
import { type FoundFile, type Refusal, refusal } from './found-file.ts'
import { listFolder, type RawPath } from './raw-name.ts'
import { documentOnDisk, isBelow, readHead } from './read-file.ts'
import { templateCompanions } from './template-companions.ts'
import { walkZip } from './walk-zip.ts'

const deepest = 64

interface Listed {
  readonly path: RawPath
  readonly source: string
}

/** Finds the documents in a folder and below it. `root` is a real path. */
export async function* walkFolder(root: string, limits: SizeLimits): AsyncGenerator<FoundFile> {
  const listed = await list(root, root, '', 0)
  const claimed = await findClaimed(listed)
  for (const entry of listed) {
    if ('type' in entry) yield entry
    else if (!claimed.has(entry.source)) yield* walkFile(root, entry, limits)
  }
}

async function* walkFile(root: string, { path, source }: Listed, limits: SizeLimits): AsyncGenerator<FoundFile> {
  const kind = fileKind(source)
  if (kind.type === 'unsupported') {
    yield refusal(source, 'FILE_UNSUPPORTED', kind.detail)
    return
  }
  if (kind.type === 'zip') {
    // Archives are opened by a package that takes text only.
    if (typeof path === 'string') yield* walkZip(path, `${source}/`, limits)
    else yield refusal(source, 'FILE_UNREADABLE', { why: '文件名不是本机的文字编码。', todo: '请给它改个名字再导入。' })
    return
  }
  try {
    const facts = await lstat(path)
    if (!facts.isFile()) yield refusal(source, 'FILE_UNREADABLE', { why: '这不是普通文件。' })
    else
      yield documentOnDisk({
        root,
        path,
        source,
        size: facts.size,
        modifiedAt: facts.mtime,
        limit: limits[kind.type],
        limits,
      })
  } catch (cause) {
    yield refusal(source, 'FILE_UNREADABLE', { cause })
  }
}

/** Everything below a folder in code-unit order, files before what a later folder holds. */
async function list(root: string, folder: RawPath, prefix: string, depth: number): Promise<(Listed | Refusal)[]> {
  if (depth > deepest)
    return [
      refusal(prefix.replace(/\/$/, ''), 'FILE_TOO_DEEP', {
        what: '文件夹一层套一层太多，里面的没有导入。',
        todo: '请把需要的文件移到外层再导入。',
      }),
    ]
  const out: (Listed | Refusal)[] = []
  const found = await listFolder(folder).catch((cause: unknown) => {
    out.push(refusal(prefix.replace(/\/$/, '') || '.', 'FILE_UNREADABLE', { what: '文件夹打不开。', cause }))
    return []
  })
  for (const { name, path, entry } of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isPassedOver(name)) continue
    const source = `${prefix}${name.normalize('NFC')}`
    if (entry.isDirectory()) out.push(...(await list(root, path, `${source}/`, depth + 1)))
    else if (entry.isFile()) out.push({ path, source })
    else if (entry.isSymbolicLink()) out.push(...(await judgeLink(root, path, source)))
    else out.push(refusal(source, 'FILE_UNSUPPORTED', { why: '这不是普通文件。' }))
  }
  return out
}

/** A link inside leads to what is met anyway; a link outside would bring in what nobody chose. */
async function judgeLink(root: string, path: RawPath, source: string): Promise<Refusal[]> {
  const target = await realpath(path).catch(() => undefined)
  if (target !== undefined && (target === root || isBelow(root, target))) return []
  const why = target === undefined ? '链接所指的文件不在了。' : '链接指到了所选文件夹以外。'
  return [refusal(source, 'LINK_REFUSED', { why })]
}

/** Attachments named by native Markdown; a folder of nothing but text has none to look for. */
async function findClaimed(listed: readonly (Listed | Refusal)[]): Promise<Set<string>> {
  const files = listed.filter((entry): entry is Listed => !('type' in entry))
  const isMarkdown = (entry: Listed) => /^(?:md|markdown)$/.test(extensionOf(entry.source))
  if (files.every(isMarkdown)) return new Set()
  const claimed = new Set(templateCompanions(files.map(({ source }) => source)))
  for (const entry of files.filter(isMarkdown)) {
    const head = await readHead(entry.path, frontMatterBytes).catch(() => new Uint8Array())
    for (const source of claimedAttachments(entry.source, head)) claimed.add(source)
  }
  return claimed
}
