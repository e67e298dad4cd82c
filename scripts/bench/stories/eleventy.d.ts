declare module '@11ty/eleventy' {
  /** As far as the comparison needs it; the package brings no types. */
  export default class Eleventy {
    constructor(input: string, output: string, options: { readonly quietMode: boolean; readonly configPath: false })
    disableLogger(): void
    init(): Promise<void>
    write(): Promise<unknown>
  }
}
