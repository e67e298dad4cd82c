import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { defaultSizeLimits, fileKind, type SizeLimits } from './file-kinds.ts'
import { type FoundFile, refusal } from './found-file.ts'
import { documentOnDisk } from './read-file.ts'
import { walkFolder } from './walk-folder.ts'
import { walkZip } from './walk-zip.ts'

/**
 * Finds what can be imported under the given files, folders and .zip archives, in a stable order.
 * Nothing is read yet, and nothing outside what was given is ever touched.
 * What cannot be taken in comes as a refusal with its reason; hidden and system files are passed over.
 */
export async function* walk(
  paths: readonly string[],
  limits: SizeLimits = defaultSizeLimits,
): AsyncGenerator<FoundFile> {
  for (const path of paths) yield* walkOne(path, limits)
}

async function* walkOne(path: string, limits: SizeLimits): AsyncGenerator<FoundFile> {
  const name = basename(path).normalize('NFC')
  let real: string
  try {
    // What the person chose may itself be a link; what lies below it may not lead out.
    real = await realpath(path)
  } catch (cause) {
    const missing = await lstat(path).then(
      () => false,
      () => true,
    )
    yield refusal(name, missing ? 'FILE_MISSING' : 'FILE_UNREADABLE', { cause })
    return
  }
  const facts = await stat(real)
  if (facts.isDirectory()) {
    yield* walkFolder(real, limits)
    return
  }
  if (!facts.isFile()) {
    yield refusal(name, 'FILE_UNSUPPORTED', { why: '这不是普通文件。' })
    return
  }
  const kind = fileKind(name)
  if (kind.type === 'zip') yield* walkZip(real, '', limits)
  else if (kind.type === 'unsupported') yield refusal(name, 'FILE_UNSUPPORTED', kind.detail)
  else
    yield documentOnDisk({
      root: dirname(real),
      path: real,
      source: name,
      size: facts.size,
      modifiedAt: facts.mtime,
      limit: limits[kind.type],
      limits,
    })
}
