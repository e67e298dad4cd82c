/** The shape of a catalogue: the same keys as the Chinese one, any text. */
export type Messages<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Messages<Catalogue[Key]>
}
