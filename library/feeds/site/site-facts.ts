import type { Attachment } from '../../items/revision.schema.ts'
import type { FeedEdition } from '../feed-edition.ts'
import type { SiteIssue, SiteStory } from './site-story.ts'

/** A picture as it lies in the site. */
export interface SiteImage {
  /** From the site's root. */
  readonly path: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  /** Bytes. */
  readonly size: number
}

/** A picture's copies: the large one, and a small one for lists where it stands in lists. */
export interface SitePicture {
  readonly large: SiteImage
  readonly small?: SiteImage | undefined
}

/** A film or a recording as it lies in the site, or why it does not. */
export type SiteFilm =
  | { readonly path: string; readonly attachment: Attachment }
  | { readonly path?: undefined; readonly attachment: Attachment; readonly tooLarge: boolean }

/** Who signs the site. */
export interface SiteSigner {
  /** Lower-case hexadecimal. */
  readonly publicKey: string
  /** Four letters to say it by. */
  readonly code: string
  /** Words to read it aloud by. */
  readonly words: readonly string[]
}

/** What the scripts and styles of a site are called, from its root. */
export interface SiteAssets {
  readonly style: string
  readonly script: string
  readonly icon: string
}

/** Everything pages are written from. */
export interface SiteFacts {
  readonly edition: FeedEdition
  readonly stories: readonly SiteStory[]
  readonly issues: readonly SiteIssue[]
  readonly assets: SiteAssets
  readonly signer: SiteSigner
  /** By the hash of the attachment. */
  readonly pictures: ReadonlyMap<string, SitePicture>
  readonly films: ReadonlyMap<string, SiteFilm>
}

/** A file of a site that is written as text. */
export interface SitePage {
  readonly path: string
  readonly text: string
}
