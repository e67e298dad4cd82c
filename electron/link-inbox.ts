/** Holds links that were opened before the page could hear of them. */
export interface LinkInbox {
  /** A link was opened; undefined when a second start brought none. */
  receive(link: string | undefined): void
  /** The page is listening: gives the link that waited, if any; later ones are sent. */
  pageReady(): string | null
  /** The page is being loaded anew, and hears nothing meanwhile. */
  pageGone(): void
}

export function createLinkInbox(send: (link: string) => void, first?: string): LinkInbox {
  let waiting = first ?? null
  let listening = false
  return {
    receive: (link) => {
      if (link === undefined) return
      if (listening) send(link)
      else waiting = link
    },
    pageReady: () => {
      const link = waiting
      waiting = null
      listening = true
      return link
    },
    pageGone: () => {
      listening = false
    },
  }
}
