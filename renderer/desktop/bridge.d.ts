/** What the desktop shell's preload offers the page; absent in a browser window. */
export interface XinhuoBridge {
  readonly platform: 'win32' | 'linux' | 'darwin'
  chooseFiles(): Promise<string[]>
  /** null when the person closed the dialog. */
  chooseFolder(): Promise<string | null>
  /** The real paths of dropped or picked files; empty strings for files that are on no disk. */
  pathsOf(files: File[]): string[]
  print(): Promise<void>
  /** The path of the PDF, or null when the person closed the dialog. */
  printToPdf(title: string): Promise<string | null>
  /** A `xinhuo://item/ID#anchor` link was opened. Returns how to stop listening. */
  onOpenLink(listener: (link: string) => void): () => void
  onMenu(listener: (command: MenuCommand) => void): () => void
}

export type MenuCommand = 'search' | 'import' | 'settings' | 'keys' | 'back' | 'forward' | 'print'

declare global {
  interface Window {
    readonly xinhuo?: XinhuoBridge
  }
}
