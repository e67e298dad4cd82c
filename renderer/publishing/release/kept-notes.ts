/** What a draft of release notes is kept in: this window's session, so that nothing lies about on the machine afterwards. */
export type NotesPlace = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

interface KeptNotes {
  readonly text: string
  /** What was proposed when it was written. */
  readonly proposed: string
}

/** Drafts of release notes, one for each channel and stage. */
export class NotesDrafts {
  readonly #place: NotesPlace

  constructor(place: NotesPlace) {
    this.#place = place
  }

  read(channel: string, stage: string): string | undefined {
    try {
      const kept = JSON.parse(this.#place.getItem(keyOf(channel, stage)) ?? 'null') as Partial<KeptNotes> | null
      return typeof kept?.text === 'string' ? kept.text : undefined
    } catch {
      return undefined // Not ours, or cut off: the proposal stands.
    }
  }

  /** Keeps what was written; the proposal itself needs no keeping. */
  keep(channel: string, stage: string, text: string, proposed: string): void {
    if (text === proposed) this.forget(channel, stage)
    else this.#place.setItem(keyOf(channel, stage), JSON.stringify({ text, proposed } satisfies KeptNotes))
  }

  forget(channel: string, stage: string): void {
    this.#place.removeItem(keyOf(channel, stage))
  }
}

const keyOf = (channel: string, stage: string) => `publishing.notes.${channel}.${stage}`
