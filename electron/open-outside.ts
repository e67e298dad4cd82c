import type { Dialog, Shell } from 'electron'
import type { ShellTexts } from './shell-texts.ts'

/** Asks before a web address is opened in the system's browser: only the person sends anything outside. */
export function askToOpenOutside(
  desktop: { readonly dialog: Pick<Dialog, 'showMessageBox'>; readonly shell: Pick<Shell, 'openExternal'> },
  texts: () => ShellTexts,
): (url: string) => Promise<void> {
  return async (url) => {
    const { openOutside, open, cancel } = texts()
    const answer = await desktop.dialog.showMessageBox({
      type: 'question',
      message: openOutside,
      detail: url.length > 500 ? `${url.slice(0, 500)}…` : url,
      buttons: [open, cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    if (answer.response === 0) await desktop.shell.openExternal(url)
  }
}
