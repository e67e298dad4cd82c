import path from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'
import { SERVICE_NODE_OPTIONS } from '../library/service/service-memory.ts'
import { defaultLibraryRoot } from '../library/store/library-paths.ts'
import { appScheme, isAppUrl } from './app-origin.ts'
import { createFileDialogs } from './file-dialogs.ts'
import { forwardToService } from './forward-to-service.ts'
import { handleRequests } from './handle-requests.ts'
import type { Events } from './ipc-contract.ts'
import { createLinkInbox } from './link-inbox.ts'
import { bringToFront, openMainWindow } from './main-window.ts'
import { menuTemplate } from './menu.ts'
import { guardNavigation } from './navigation-guards.ts'
import { cancelOutsideRequests, switchNetworkOff } from './offline.ts'
import { askToOpenOutside } from './open-outside.ts'
import { createPagePrinter, PRINT_PARTITION } from './page-printer.ts'
import { refusePermissions } from './permissions.ts'
import { createPresentingWindows } from './presenting-windows.ts'
import { createPrinting } from './printing.ts'
import { tellServiceGone } from './service-gone-dialog.ts'
import { startServiceHost } from './service-host.ts'
import { readShellArguments } from './shell-arguments.ts'
import { shellDataFolder } from './shell-data-folder.ts'
import { changesSettings, readShellLanguage } from './shell-language.ts'
import { shellTexts } from './shell-texts.ts'
import { linkInArguments, parseXinhuoLink } from './xinhuo-link.ts'

const started = readShellArguments(process.argv, process.cwd())
const library = started.library ?? path.resolve(defaultLibraryRoot())
const dist = path.join(app.getAppPath(), 'dist')

app.setPath('userData', shellDataFolder(library, 'desktop', app.getPath('temp')))
if (app.requestSingleInstanceLock()) run()
else app.exit(0)

function run(): void {
  let window: BrowserWindow | undefined
  let texts = shellTexts('zh-CN')
  const send = <Channel extends keyof Events>(channel: Channel, payload: Events[Channel]) =>
    window?.webContents.send(channel, payload)
  // Slides may still be shown after the interface's own window was closed.
  const show = () => app.isReady() && bringToFront(openWindow())
  const links = createLinkInbox((link) => send('links:open', link), started.link)
  const presenting = createPresentingWindows({
    screen,
    preload: path.join(dist, 'electron/preload.cjs'),
    title: () => texts.productName,
    main: () => window && { window, url: window.webContents.getURL() },
    tellDisplays: (count) => {
      for (const each of BrowserWindow.getAllWindows()) each.webContents.send('displays:changed', count)
    },
  })

  app.enableSandbox()
  switchNetworkOff(app.commandLine)
  protocol.registerSchemesAsPrivileged([appScheme])
  if (app.isPackaged) app.setAsDefaultProtocolClient('xinhuo')

  app.on('web-contents-created', (_event, contents) => {
    const openOutside = askToOpenOutside({ dialog, shell }, () => texts)
    guardNavigation(
      contents,
      (url) => void openOutside(url),
      (url) => presenting.ask(url, isAppUrl(contents.getURL()) ? BrowserWindow.fromWebContents(contents) : null),
    )
    contents.on('did-create-window', (created, { url }) => presenting.opened(created, url))
  })
  app.on('second-instance', (_event, argv) => {
    links.receive(linkInArguments(argv))
    show()
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    links.receive(parseXinhuoLink(url))
    show()
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(onReady)

  function onReady(): void {
    const host = startServiceHost({
      forkService: () =>
        utilityProcess.fork(
          path.join(dist, 'service/service-process.js'),
          ['--library', library, '--shell', 'electron'],
          { serviceName: 'Xinhuo Service', execArgv: [...SERVICE_NODE_OPTIONS] },
        ),
      readers: {
        forkReader: (entry, execArgv) =>
          utilityProcess.fork(entry, [], { serviceName: 'Xinhuo Reader', execArgv: [...execArgv], env: {} }),
        createChannel: () => new MessageChannelMain(),
        programs: dist,
        heapMegabytes: 1024,
      },
      printPage: createPagePrinter({
        openWindow: (options) => new BrowserWindow(options),
        session: session.fromPartition(PRINT_PARTITION),
        folder: app.getPath('temp'),
      }),
      restarts: 1,
      stopWithinMs: 8_000,
      onShow: show,
      onGone: (failure) => void tellServiceGone({ app, dialog }, texts, failure),
    })
    const forward = forwardToService({ pipe: host.pipe, answerWithinMs: 120_000 })
    const fileDialogs = createFileDialogs({ dialog, shell }, () => texts)
    const printing = createPrinting({
      contents: () => openWindow().webContents,
      dialog,
      documents: app.getPath('documents'),
      texts: () => texts,
    })

    protocol.handle('app', async (request) => {
      const answer = await forward(request)
      if (changesSettings(request)) void speakAsChosen()
      return answer
    })
    refusePermissions(session.defaultSession, isAppUrl)
    cancelOutsideRequests(session.defaultSession)
    handleRequests(ipcMain, {
      'files:choose': fileDialogs.chooseFiles,
      'folder:choose': fileDialogs.chooseFolder,
      'folder:show': fileDialogs.showFolder,
      'page:print': printing.print,
      'page:print-to-pdf': printing.printToPdf,
      'links:ready': async () => links.pageReady(),
      'slides:place': async () => presenting.placeSlides(),
      'window:full-screen': async () => {
        const front = BrowserWindow.getFocusedWindow()
        front?.setFullScreen(!front.isFullScreen())
      },
    })
    stopWithApp(host)
    screen.on('display-added', presenting.displayAdded)
    screen.on('display-removed', presenting.displayRemoved)
    openWindow()
    setMenu()
    void speakAsChosen()

    async function speakAsChosen(): Promise<void> {
      texts = shellTexts(await readShellLanguage(forward))
      setMenu()
    }

    function setMenu(): void {
      const exportPdf = () => void printing.printToPdf(window?.getTitle() ?? '')
      const actions = { exportPdf, send: (command: Events['menu:command']) => void send('menu:command', command) }
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(texts, actions, process.platform)))
    }
  }

  function openWindow(): BrowserWindow {
    if (window) return window
    const opened = openMainWindow({
      create: (options) => new BrowserWindow(options),
      workAreas: [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea),
      stateFile: path.join(app.getPath('userData'), 'window-state.json'),
      preload: path.join(dist, 'electron/preload.cjs'),
      title: texts.productName,
      dark: nativeTheme.shouldUseDarkColors,
    })
    opened.webContents.on('did-start-loading', links.pageGone)
    opened.on('closed', () => {
      window = undefined
    })
    window = opened
    return opened
  }
}

/** The app ends when the service has stopped in good order. */
function stopWithApp(host: { stop(): Promise<void> }): void {
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void host.stop().finally(() => {
      stopped = true
      app.exit(0)
    })
  })
}
