import type { DesktopBridge } from '../../electron/ipc-contract.ts'

declare global {
  interface Window {
    /** What the desktop shell's preload offers the page; absent in a browser window. */
    readonly xinhuo?: DesktopBridge
  }
}
