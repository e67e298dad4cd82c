import os from 'node:os'
import path from 'node:path'
import { shellDataFolder } from '../../electron/shell-data-folder.ts'
import { findBrowser } from '../../library/printing/find-browser.ts'
import { findProjectNode } from '../set-up/project-node.mjs'
import { SetUpError, tell } from '../set-up/sentence.mjs'
import { type BrowserWindow, hasDisplay, openBrowserWindow } from './open-window.ts'
import { type ServiceFailure, startService } from './service-child.ts'
import { showRunning } from './show-running.ts'
import type { StartOptions } from './start-options.ts'

/** Starts the service and shows it in the system's browser; without one, or without a display, prints the address. */
export async function runInBrowser(
  place: { readonly root: string; readonly library: string },
  options: StartOptions,
): Promise<number> {
  const entry = path.join(place.root, 'dist/service/service-process.js')
  const service = startService(findProjectNode(place.root), entry, serviceArguments(place.library, options))
  const stop = () => void service.stop()
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop)

  const report = await service.started
  if (report.type === 'failed') throw failure(report.error)
  if (report.type === 'already-running') return showOther(report.pipe)
  if (report.type !== 'ready' || !report.address)
    throw new SetUpError('后台服务没有给出地址。', 'The service gave no address.')

  const browser = options.window === 'none' || !hasDisplay() ? undefined : findBrowser()
  if (!browser) {
    printAddress(report.ticketUrl ?? report.address)
    service.onShow((show) => printAddress(show.ticketUrl ?? report.address ?? ''))
    return service.ended
  }

  const profile = shellDataFolder(place.library, 'browser', os.tmpdir())
  const show = (url: string) => openBrowserWindow(browser, profile, url)
  const window = show(pageOfLink(report.ticketUrl ?? report.address, options.link))
  service.onShow((again) => show(again.ticketUrl ?? report.address ?? ''))
  return endTogether(window, service, () => printAddress(report.ticketUrl ?? report.address ?? ''))
}

/**
 * Closing the window ends the service, and the end of the service closes the window.
 * A window that never opened leaves the service running, with its address printed.
 */
export async function endTogether(
  window: BrowserWindow,
  service: { readonly ended: Promise<number>; stop(): Promise<number> },
  onNoWindow: () => void,
): Promise<number> {
  const first = await Promise.race([window.ended, service.ended])
  if (first === 'closed') return service.stop()
  if (first === 'failed') {
    onNoWindow()
    return service.ended
  }
  window.close()
  if (first !== 0) {
    tell(
      '薪火的后台服务意外停止,窗口已关闭;您的资料都在。请再运行一次 npm start。',
      'The service stopped unexpectedly and the window was closed; your library is safe. Run npm start again.',
    )
  }
  return first
}

/** The address at which the interface shows what a link names; the ticket stays where it was. */
export function pageOfLink(address: string, link: string | undefined): string {
  const url = new URL(address)
  const item = link && /^xinhuo:\/\/item\/([^/#]+)/.exec(link)?.[1]
  if (item) url.pathname = `/item/${item}`
  return url.href
}

function serviceArguments(library: string, options: StartOptions): string[] {
  const port = options.port === undefined ? [] : ['--port', String(options.port)]
  return ['--library', library, '--shell', 'browser', ...port]
}

async function showOther(pipe: string): Promise<number> {
  const answer = await showRunning(pipe)
  if (answer.shown) tell('薪火已经打开,已请它显示窗口。', 'Xinhuo is open already and was asked to show its window.')
  else printAddress(answer.ticketUrl ?? answer.address ?? '')
  return 0
}

function printAddress(url: string): void {
  process.stdout.write(`${url}\n`)
  if (url.includes('#ticket=')) {
    tell(
      '薪火已就绪:请在一分钟内用浏览器打开上面的地址(仅能用一次;再运行 npm start 可得到新地址)。按 Ctrl+C 结束。',
      'Ready: open this address in a browser within a minute. It works once; run npm start again for a new one. Ctrl+C ends.',
    )
  }
}

function failure(error: ServiceFailure): SetUpError {
  const sentence = [error.what, error.why, error.todo].filter(Boolean).join('')
  return new SetUpError(sentence, `Xinhuo could not start (${error.code}).`)
}
