export interface AppWindow {
  /** Holds a ticket that works once, never the token. */
  readonly url: string
  /** The browser's own folder for this window, so that nothing mixes with the person's browsing. */
  readonly profile: string
  /** Chromium refuses its sandbox to root. */
  readonly asRoot: boolean
}

/** The arguments that make Chromium, Chrome or Edge show one page as an app's window and keep to itself. */
export function browserArguments({ url, profile, asRoot }: AppWindow): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,InterestFeedContentSuggestions',
    '--disable-background-networking',
    '--disable-background-mode',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-pings',
    '--password-store=basic',
    '--window-size=1280,860',
    ...(asRoot ? ['--no-sandbox', '--disable-gpu', '--test-type'] : []),
  ]
}
