import type { Dialog } from 'electron'
import type { ShellTexts } from './shell-texts.ts'

const documents = ['md', 'markdown', 'txt', 'docx', 'doc', 'pdf', 'html', 'htm', 'mhtml', 'zip']

export interface FileDialogs {
  chooseFiles(): Promise<string[]>
  chooseFolder(): Promise<string | null>
}

/** The system's dialogs for choosing what to import or where to export to. */
export function createFileDialogs(dialog: Pick<Dialog, 'showOpenDialog'>, texts: () => ShellTexts): FileDialogs {
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
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
  }
}
