const storageKey = 'xinhuo.acting-person'
const listeners = new Set<() => void>()

/** Set until the library has been told who was chosen: a window that is opened anew meanwhile keeps to the choice. */
const untoldKey = 'xinhuo.acting-person.untold'

/** The id of the person of the office who works at this window now; undefined for 本机. Remembered on this machine. */
export function actingPerson(): string | undefined {
  // Where nothing can be remembered, as in a window without storage, nobody was chosen.
  const storage: Storage | undefined = globalThis.localStorage
  return storage?.getItem(storageKey) ?? undefined
}

export function chooseActingPerson(id: string | undefined): void {
  if (id === undefined) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, id)
  for (const listener of listeners) listener()
}

/** Whether somebody was chosen here of whom the library does not know yet. */
export const isChoiceUntold = (): boolean => localStorage.getItem(untoldKey) !== null

export function setChoiceUntold(untold: boolean): void {
  if (untold) localStorage.setItem(untoldKey, '1')
  else localStorage.removeItem(untoldKey)
}

/** Tells of changes, also of those in another window. Gives how to stop listening. */
export function onActingPerson(listener: () => void): () => void {
  const inAnother = (event: StorageEvent) => {
    if (event.key === storageKey || event.key === null) listener()
  }
  listeners.add(listener)
  addEventListener('storage', inAnother)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', inAnother)
  }
}

/** What tells the service who acts; steps, choices and answers are recorded under that name. */
export function actingPersonHeader(): Record<string, string> {
  const id = actingPerson()
  return id === undefined ? {} : { 'x-xinhuo-person': encodeURIComponent(id) }
}
