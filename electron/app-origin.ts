import type { CustomScheme } from 'electron'

/** Where the interface lives in the desktop shell. Nothing else may be shown in its window. */
export const appOrigin = 'app://xinhuo'

/** Registered once, before the app is ready. `bypassCSP` is never given: the service's policy holds here too. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
}

/** Whether a URL is a page of the interface itself. */
export function isAppUrl(url: string): boolean {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}` === appOrigin
  } catch {
    return false
  }
}
