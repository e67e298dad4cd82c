declare global {
  interface Navigator {
    /** Of the Keyboard Lock API (WICG), as far as it is used. */
    readonly keyboard?: { lock(keys: readonly string[]): Promise<void> }
  }
}

/** Fills the screen, or gives it back. The desktop shell fills it itself: its windows may have been opened so. */
export function toggleFullScreen(element: HTMLElement | null): void {
  if (document.fullscreenElement) settle(document.exitFullscreen())
  else if (window.xinhuo) settle(window.xinhuo.toggleFullScreen())
  else settle(fill(element))
}

/** Fills the screen where a press has just opened the slides; a reload, or an address that was typed, may not. */
export function fillWhenPressed(element: HTMLElement | null): void {
  if (navigator.userActivation.isActive && !document.fullscreenElement) settle(fill(element))
}

/** Esc is for the overview, where the browser lends it; held down, it gives the screen back all the same. */
async function fill(element: HTMLElement | null): Promise<void> {
  await element?.requestFullscreen()
  await navigator.keyboard?.lock(['Escape'])
}

function settle(ended: Promise<void> | undefined): void {
  ended?.catch((reason: unknown) => console.info('The screen could not be filled', reason))
}
