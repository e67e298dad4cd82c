import path from 'node:path'
import type { Dialog, Shell } from 'electron'
import type { ShellTexts } from './shell-texts.ts'

const documents = ['md', 'markdown', 'txt', 'docx', 'doc', 'pdf', 'html', 'htm', 'mhtml', 'zip']

export interface FileDialogs {
  chooseFiles(): Promise<string[]>
  chooseFolder(): Promise<string | null>
  showFolder(folder: string): Promise<boolean>
}

/** The system's dialogs for choosing what to import or where to export to. */
export function createFileDialogs(
  {
    dialog,
    shell,
  }: { readonly dialog: Pick<Dialog, 'showOpenDialog'>; readonly shell: Pick<Shell, 'showItemInFolder'> },
  texts: () => ShellTexts,
): FileDialogs {
  /** Only these are shown: a page must not make the system look at places that nobody chose. */
  const chosen = new Set<string>()
  return {
    chooseFiles: async () => {
      const { chooseFiles, documents: name, allFiles } = texts()
      const answer = await dialog.showOpenDialog({
        title: chooseFiles,
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
        filters: [
          { name, extensions: documents },
          { name: allFiles, extensions: ['*'] },
        ],
      })
      return answer.canceled ? [] : answer.filePaths
    },
    chooseFolder: async () => {
      const answer = await dialog.showOpenDialog({
        title: texts().chooseFolder,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      })
      const folder = answer.canceled ? undefined : answer.filePaths[0]
      if (folder !== undefined) chosen.add(path.normalize(folder))
      return folder ?? null
    },
    showFolder: async (folder) => {
      if (!chosen.has(path.normalize(folder))) return false
      // Shown by a file within it, which is marked and not opened.
      shell.showItemInFolder(path.join(folder, 'index.html'))
      return true
    },
  }
}
