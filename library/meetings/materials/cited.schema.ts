import { z } from 'zod'
import { IsoDate, Sha256 } from '../../items/revision.schema.ts'
import { Validity } from '../../items/validity.ts'
import { StoryMedia } from '../../stories/story.schema.ts'

/** Names a thing within its material; never shown. */
export const LocalId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
/** One line of text. */
export const line = (most = 200) => z.string().trim().max(most)
/** Markdown with paragraphs, lists and emphasis; no headings, pictures or HTML. */
export const words = (most = 20_000) => z.string().max(most)

/** What a person decided to leave as it was: the newer revision, or `withdrawn` for an item that went. */
export const KeptBeside = z.union([Sha256, z.literal('withdrawn')])

/**
 * A passage of a policy as it was cited. Its words are kept with it, so that a meeting stays whole when the item is
 * missing, withdrawn or on another machine. What was written by hand names only `title` and `provision`, and is
 * resolved where it is opened.
 */
export const CitedPassage = z.strictObject({
  id: LocalId,
  /** As cited: 土地管理法. */
  title: line(300),
  /** As printed: 第六十二条. */
  provision: line(60).optional(),
  itemId: z.string().max(80).optional(),
  revision: Sha256.optional(),
  anchor: line(200).optional(),
  /** The passage's Markdown in that revision. */
  text: words(60_000).optional(),
  /** On the day it was cited. */
  validity: Validity.optional(),
  citedOn: IsoDate.optional(),
  /** Why it is here, in the organiser's words. */
  note: line(500).optional(),
  keptBeside: KeptBeside.optional(),
})
export type CitedPassage = z.infer<typeof CitedPassage>

/** A picture of a material, as a story's: the original stays as it came, what leaves is a cleaned copy, blurred. */
export const MaterialPicture = StoryMedia.pick({
  id: true,
  sha256: true,
  name: true,
  mediaType: true,
  size: true,
  width: true,
  height: true,
  caption: true,
  alternative: true,
  looked: true,
  blurred: true,
})
export type MaterialPicture = z.infer<typeof MaterialPicture>

/** 全体 or one of the three levels of training. */
export const Level = z.enum(['all', 'beginner', 'intermediate', 'advanced'])
export type Level = z.infer<typeof Level>

/** Whom a material is for; posts are words of the vocabulary. */
export const Audience = z.strictObject({
  posts: z.array(line(40)).max(20).default([]),
  level: Level.default('all'),
  /** 参会人员 in free words: 各村党支部书记、村委会主任. */
  note: line(500).optional(),
})
export type Audience = z.infer<typeof Audience>
