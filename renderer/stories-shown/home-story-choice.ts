const storageKey = 'xinhuo.home-story'

/** `hidden` for good, or the day it is not wanted; remembered on this machine. */
export type HomeStoryChoice = { readonly hidden: true } | { readonly hiddenOn: string } | undefined

export function homeStoryChoice(): HomeStoryChoice {
  const kept = localStorage.getItem(storageKey)
  if (kept === null) return undefined
  return kept === 'hidden' ? { hidden: true } : { hiddenOn: kept }
}

export function keepHomeStoryChoice(choice: HomeStoryChoice): void {
  if (choice === undefined) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, 'hidden' in choice ? 'hidden' : choice.hiddenOn)
}

/** Whether the home page shows a story on a day, `YYYY-MM-DD`. */
export function showsStory(choice: HomeStoryChoice, today: string): boolean {
  if (choice === undefined) return true
  return 'hidden' in choice ? false : choice.hiddenOn !== today
}
