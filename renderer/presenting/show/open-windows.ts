import { forgetShow } from './kept-show.ts'

/** Where the windows of a presentation are. */
export const slidesAddress = (materialId: string) => `/present/${encodeURIComponent(materialId)}`
export const speakerAddress = (materialId: string) => `${slidesAddress(materialId)}/speaker`

const SLIDES = 'xinhuo-slides-'
const SPEAKER = 'xinhuo-speaker-'

/** Opens the speaker's window, or brings it to the front. False when the browser did not let it open. */
export function openSpeakerWindow(materialId: string): boolean {
  return openNamed(speakerAddress(materialId), `${SPEAKER}${materialId}`)
}

/** Opens the slides in a window of their own. False when the browser did not let it open. */
export function openSlidesWindow(materialId: string): boolean {
  return openNamed(slidesAddress(materialId), `${SLIDES}${materialId}`)
}

/** Whether this window was opened for the slides alone. */
export function isSlidesWindow(): boolean {
  return window.name.startsWith(SLIDES)
}

/** Ends a presentation in this window: one opened for it is closed, another one becomes the desk it was before. */
export function leaveWindow(materialId: string, leave: () => void): void {
  forgetShow(materialId)
  if (window.name.startsWith(SLIDES) || window.name.startsWith(SPEAKER)) window.close()
  else leave()
}

const opened = new Map<string, Window>()

function openNamed(address: string, name: string): boolean {
  const before = opened.get(name)
  if (before && !before.closed) {
    before.focus()
    return true
  }
  const made = window.open(address, name, 'popup,width=1200,height=760')
  // The desktop shell opens windows itself, and gives nothing to hold.
  if (!made) return window.xinhuo !== undefined
  opened.set(name, made)
  return true
}
