/** What the menu asks the interface to do. */
export type MenuCommand = 'search' | 'import' | 'settings' | 'keys' | 'back' | 'forward' | 'print'

/** What the page may ask the main process, by channel. Arguments are parsed on arrival. */
export interface Requests {
  'files:choose': { args: []; result: string[] }
  'folder:choose': { args: []; result: string | null }
  /** True when the folder is shown; false for one that nobody chose here. */
  'folder:show': { args: [folder: string]; result: boolean }
  'page:print': { args: []; result: undefined }
  'page:print-to-pdf': { args: [title: string]; result: string | null }
  /** The page is listening; a link that started the app is handed over now. */
  'links:ready': { args: []; result: string | null }
  /** True when the slides fill another display than the speaker's; false when there is none, or no slides are open. */
  'slides:place': { args: []; result: boolean }
  'window:full-screen': { args: []; result: undefined }
}

/** What the main process tells the page, by channel. */
export interface Events {
  'links:open': string
  'menu:command': MenuCommand
  /** A display was plugged in or unplugged; how many there are now. */
  'displays:changed': number
}

export type RequestChannel = keyof Requests
export type EventChannel = keyof Events

/** The main process's side of every request. */
export type RequestHandlers = {
  readonly [Channel in RequestChannel]: (...args: Requests[Channel]['args']) => Promise<Requests[Channel]['result']>
}

/** What the preload offers the page as `window.xinhuo`; nothing else of Electron reaches it. */
export interface DesktopBridge {
  readonly platform: 'win32' | 'linux' | 'darwin'
  chooseFiles(): Promise<string[]>
  /** null when the person closed the dialog. */
  chooseFolder(): Promise<string | null>
  /** Shows a folder in the system's file manager, if it was chosen here since the start. */
  showFolder(folder: string): Promise<boolean>
  /** The real paths of dropped or picked files; empty strings for files that are on no disk. */
  pathsOf(files: File[]): string[]
  print(): Promise<void>
  /** The path of the PDF, or null when the person closed the dialog. */
  printToPdf(title: string): Promise<string | null>
  /** A `xinhuo://item/ID#anchor` link was opened. Gives how to stop listening. */
  onOpenLink(listener: (link: string) => void): () => void
  onMenu(listener: (command: MenuCommand) => void): () => void
  /** Moves the slides' window to the other display and fills it. */
  showOnOtherDisplay(): Promise<boolean>
  /** Fills the display with the window in front, or gives it back. */
  toggleFullScreen(): Promise<void>
  /** How many displays there are, each time it changes. */
  onDisplays(listener: (count: number) => void): () => void
}
