import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from './ipc-contract.ts'
import type { ShellTexts } from './shell-texts.ts'

export interface MenuActions {
  /** Tells the interface, which knows what the command means where the person is. */
  readonly send: (command: MenuCommand) => void
  readonly exportPdf: () => void
}

/** The menu bar. macOS gets its application menu; elsewhere quitting is under File. */
export function menuTemplate(
  texts: ShellTexts,
  actions: MenuActions,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const settings = command(texts.settings, 'settings', 'CmdOrCtrl+,')
  const about: MenuItemConstructorOptions = { label: texts.about, role: 'about' }
  const quit: MenuItemConstructorOptions = { label: texts.quit, role: 'quit' }
  const line: MenuItemConstructorOptions = { type: 'separator' }

  const application: MenuItemConstructorOptions = {
    label: texts.productName,
    submenu: [about, line, settings, line, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, line, quit],
  }
  const file: MenuItemConstructorOptions = {
    label: texts.file,
    submenu: [
      command(texts.import, 'import', 'CmdOrCtrl+O'),
      line,
      command(texts.print, 'print', 'CmdOrCtrl+P'),
      { label: texts.exportPdf, accelerator: 'CmdOrCtrl+Shift+P', click: () => actions.exportPdf() },
      line,
      ...(mac ? [{ label: texts.close, role: 'close' } as const] : [settings, line, quit]),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: texts.edit,
    submenu: [
      { label: texts.undo, role: 'undo' },
      { label: texts.redo, role: 'redo' },
      line,
      { label: texts.cut, role: 'cut' },
      { label: texts.copy, role: 'copy' },
      { label: texts.paste, role: 'paste' },
      { label: texts.selectAll, role: 'selectAll' },
    ],
  }
  const go: MenuItemConstructorOptions = {
    label: texts.go,
    submenu: [
      command(texts.search, 'search', 'CmdOrCtrl+K'),
      line,
      command(texts.back, 'back', mac ? 'Cmd+[' : 'Alt+Left'),
      command(texts.forward, 'forward', mac ? 'Cmd+]' : 'Alt+Right'),
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: texts.view,
    submenu: [
      { label: texts.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
      { label: texts.zoomOut, role: 'zoomOut' },
      { label: texts.zoomReset, role: 'resetZoom' },
      line,
      { label: texts.fullScreen, role: 'togglefullscreen' },
    ],
  }
  const window: MenuItemConstructorOptions = {
    label: texts.window,
    submenu: [
      { label: texts.minimize, role: 'minimize' },
      { label: texts.close, role: 'close' },
    ],
  }
  const help: MenuItemConstructorOptions = {
    label: texts.help,
    role: 'help',
    submenu: [command(texts.keys, 'keys'), ...(mac ? [] : [line, about])],
  }
  return [...(mac ? [application] : []), file, edit, go, view, window, help]
}
