/** Fills the screen, or gives it back. The desktop shell fills it itself: its windows may have been opened so. */
export function toggleFullScreen(element: HTMLElement | null): void {
  if (window.xinhuo) return void window.xinhuo.toggleFullScreen()
  const ended = document.fullscreenElement ? document.exitFullscreen() : element?.requestFullscreen()
  ended?.catch((reason: unknown) => console.info('The screen could not be filled', reason))
}
