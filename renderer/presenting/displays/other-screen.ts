/** Of the Window Management API (W3C Working Draft), as far as it is used. */
interface ScreenDetails {
  readonly screens: readonly Screen[]
  readonly currentScreen: Screen
}

declare global {
  interface Window {
    getScreenDetails?(): Promise<ScreenDetails>
  }
  interface Screen {
    readonly isExtended?: boolean
  }
  interface FullscreenOptions {
    screen?: Screen
  }
}

/** Whether the browser says that there is a second display. */
export function hasOtherScreen(): boolean {
  return window.screen.isExtended === true
}

/**
 * Fills another display than the one this window is on, where the browser knows of it and the person lets it.
 * False otherwise: then the window is dragged there by hand.
 */
export async function fillOtherScreen(element: HTMLElement): Promise<boolean> {
  if (!hasOtherScreen() || !window.getScreenDetails) return false
  try {
    const { screens, currentScreen } = await window.getScreenDetails()
    const other = screens.find((screen) => screen !== currentScreen)
    if (!other) return false
    await element.requestFullscreen({ screen: other })
    return true
  } catch (error) {
    console.info('The other display could not be filled', error)
    return false
  }
}
