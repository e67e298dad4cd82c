import type { StoryMedia } from '../../story.schema.ts'
import { labelOfLine } from './field-labels.ts'
import type { PlacedText } from './place-sentences.ts'
import type { StoryLine } from './story-lines.ts'
import type { StoryReading } from './story-reading.ts'
import { textDays } from './text-days.ts'

const SECTIONS = new Set(['problem', 'done', 'cost', 'failed', 'result', 'caution'])
const MARKED =
  /^(?:[▲△↑●◆]|[（(]?\s*(?:上|下|左|右)?图\s*(?:为|片说明|[一二三四五六七八九十\d]|[:：])|[（(]?\s*图[:：]|照片[:：]|【?图片?说明】?)/
const LONGEST = 60

/** The captions under pictures: taken out before the text is placed. */
export function readCaptions(reading: StoryReading): Map<number, string> {
  const captions = new Map<number, string>()
  for (const line of reading.lines) {
    if (line.type !== 'picture') continue
    const caption = captionBelow(line, reading)
    if (!caption) continue
    captions.set(line.at, caption.text)
    reading.use(caption)
  }
  return captions
}

function captionBelow(picture: StoryLine, reading: StoryReading): StoryLine | undefined {
  for (const line of reading.lines.slice(picture.at + 1, picture.at + 4)) {
    if (line.type === 'picture') continue
    if (line.type !== 'text' && line.type !== 'list') return undefined
    if (reading.isUsed(line)) return undefined
    if (MARKED.test(line.text) && line.text.length <= LONGEST * 2) return line
    const isShort = line.text.length <= LONGEST && !/[。！？]$/.test(line.text) && !labelOfLine(line.text)
    const credited =
      /(?:摄影?|供图|图源)[）)]?$|[（(][^（）]{2,8}\s*摄[)）]/.test(line.text) && line.text.length <= LONGEST * 2
    return credited || (isShort && /图|摄|正在|现场|为|在/.test(line.text)) ? line : undefined
  }
  return undefined
}

/** Puts captions, alternatives, day, author and section to the pictures. */
export function readPictures(
  reading: StoryReading,
  media: ReadonlyMap<string, StoryMedia>,
  captions: ReadonlyMap<number, string>,
  placed: PlacedText,
): { media: StoryMedia[]; missing: number } {
  const found: StoryMedia[] = []
  let missing = 0
  for (const line of reading.lines) {
    if (line.type !== 'picture' || !line.picture) continue
    const one = media.get(line.picture.target)
    if (!one) {
      missing += 1
      continue
    }
    if (found.some(({ id }) => id === one.id)) continue
    const said = captions.get(line.at)
    const caption = said
      ?.replace(/^[▲△↑●◆\s]+/, '')
      .trim()
      .slice(0, 300)
    const [day] = textDays(caption ?? '')
    const author =
      /(?:[（(]\s*)?(?:摄影?[:：/]?\s*([\p{Script=Han}]{2,4})|([\p{Script=Han}]{2,3})\s*摄)(?:\s*[)）])?/u.exec(
        caption ?? '',
      )
    const alternative = line.picture.alternative.replace(/^(?:图片|image|picture|说明)\s*\d*$/i, '').slice(0, 300)
    const section = sectionAt(line, placed)
    if (caption) reading.found(`media/${found.length}/caption`, caption, 'certain')
    found.push({
      ...one,
      ...(caption && { caption }),
      ...(alternative !== '' && { alternative }),
      ...(day && { takenOn: day.date }),
      ...((author?.[1] ?? author?.[2]) && { author: author?.[1] ?? author?.[2] }),
      ...(section && { section }),
      ...(found.length === 0 && { cover: true }),
    })
  }
  return { media: found, missing }
}

/** The section of the text before a picture, or of that behind it. */
function sectionAt(picture: StoryLine, placed: PlacedText): StoryMedia['section'] {
  const before = placed.sentences.filter(({ line }) => line.at < picture.at).at(-1)
  const part = (before ?? placed.sentences.find(({ line }) => line.at > picture.at))?.part
  if (part === 'evidence') return 'result'
  return part !== undefined && SECTIONS.has(part) ? (part as StoryMedia['section']) : undefined
}
