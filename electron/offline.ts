import type { CommandLine, Session } from 'electron'

const local = new Set(['app:', 'blob:', 'data:', 'devtools:', 'about:'])

/** The window needs no network: names are not looked up and Chromium's own services stay off. Before the app is ready. */
export function switchNetworkOff(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
}

/** Whether a request stays on this machine and in this app. */
export function staysLocal(url: string): boolean {
  try {
    return local.has(new URL(url).protocol)
  } catch {
    return false
  }
}

/** Cancels whatever a page asks for beyond the app itself. */
export function cancelOutsideRequests(session: {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>
}): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysLocal(details.url) }))
}
