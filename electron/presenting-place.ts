import { appOrigin } from './app-origin.ts'

/** A window of a presentation: the slides for the hall, or what the speaker sees. */
export interface PresentingPlace {
  readonly kind: 'slides' | 'speaker'
  readonly materialId: string
}

const PATHS = /^\/present\/([\w.~%-]{1,240})(\/speaker)?$/

/** Which window of a presentation an address is; undefined for every other one, also of the interface itself. */
export function presentingPlace(url: string): PresentingPlace | undefined {
  try {
    const { protocol, host, pathname, username, password, search, hash } = new URL(url)
    if (`${protocol}//${host}` !== appOrigin || `${username}${password}${search}${hash}` !== '') return undefined
    const [, materialId, speaker] = PATHS.exec(pathname) ?? []
    if (materialId === undefined || /^\.+$/.test(materialId)) return undefined
    return { kind: speaker ? 'speaker' : 'slides', materialId }
  } catch {
    return undefined
  }
}
