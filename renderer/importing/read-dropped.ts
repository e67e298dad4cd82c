import { type ChosenFile, isLeftover, type Selection, selectionFromFiles } from './selection.ts'

/**
 * What was dropped. The desktop shell knows the real paths; in a browser window folders are walked.
 * Must be called within the drop event: afterwards the browser empties its list.
 */
export async function readDropped(transfer: DataTransfer, pathsOf?: (files: File[]) => string[]): Promise<Selection> {
  const files = [...transfer.files]
  const paths = pathsOf?.(files).filter((path) => path !== '') ?? []
  if (paths.length > 0) return { kind: 'paths', paths }
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Some file managers give files without entries.
  if (entries.length === 0) return selectionFromFiles(files)
  const found: ChosenFile[] = []
  for (const entry of entries) await walk(entry, found)
  return { kind: 'files', files: found }
}

async function walk(entry: FileSystemEntry, found: ChosenFile[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '')
  if (isLeftover(path)) return
  if (isFile(entry)) {
    found.push({ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) })
  } else if (isDirectory(entry)) {
    const reader = entry.createReader()
    // readEntries answers at most a hundred at a time, and nothing when it is through.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
      if (some.length === 0) return
      for (const inner of some) await walk(inner, found)
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
