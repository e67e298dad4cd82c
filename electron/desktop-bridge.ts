import type { IpcRenderer, WebUtils } from 'electron'
import type { DesktopBridge, EventChannel, Events, RequestChannel, Requests } from './ipc-contract.ts'

/** Builds what the page may use. Listeners get the payload alone, never Electron's event with its sender. */
export function createDesktopBridge(
  ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>,
  webUtils: Pick<WebUtils, 'getPathForFile'>,
  platform: NodeJS.Platform,
): DesktopBridge {
  const ask =
    <Channel extends RequestChannel>(channel: Channel) =>
    (...args: Requests[Channel]['args']): Promise<Requests[Channel]['result']> =>
      ipc.invoke(channel, ...args)

  const listen = <Channel extends EventChannel>(channel: Channel, listener: (payload: Events[Channel]) => void) => {
    const heard = (_event: unknown, payload: Events[Channel]) => listener(payload)
    ipc.on(channel, heard)
    return () => {
      ipc.removeListener(channel, heard)
    }
  }

  const links = createMailbox<string>()
  let listening = false
  listen('links:open', links.put)

  return {
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    chooseFiles: ask('files:choose'),
    chooseFolder: ask('folder:choose'),
    showFolder: ask('folder:show'),
    pathsOf: (files) => Array.from(files, (file) => webUtils.getPathForFile(file)),
    print: ask('page:print'),
    printToPdf: ask('page:print-to-pdf'),
    onOpenLink: (listener) => {
      const stop = links.deliverTo(listener)
      if (!listening) void ask('links:ready')().then((link) => link && links.put(link))
      listening = true
      return stop
    },
    onMenu: (listener) => listen('menu:command', listener),
    showOnOtherDisplay: ask('slides:place'),
    toggleFullScreen: ask('window:full-screen'),
    onDisplays: (listener) => listen('displays:changed', listener),
  }
}

/** Keeps what arrives while nobody listens, so that a page being drawn anew loses nothing. */
function createMailbox<Letter>() {
  const waiting: Letter[] = []
  let reader: ((letter: Letter) => void) | undefined
  return {
    put: (letter: Letter): void => {
      if (reader) reader(letter)
      else waiting.push(letter)
    },
    deliverTo: (next: (letter: Letter) => void) => {
      reader = next
      for (const letter of waiting.splice(0)) next(letter)
      return () => {
        if (reader === next) reader = undefined
      }
    },
  }
}
