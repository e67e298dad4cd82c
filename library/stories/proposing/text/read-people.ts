import type { StoryPerson } from '../../story.schema.ts'
import type { LabelledValue, PlacedText } from './place-sentences.ts'
import type { StoryReading } from './story-reading.ts'
import { isHelped, pickName, type TextPerson, textPeople } from './text-people.ts'
import { scoredWords } from './text-words.ts'

const MOST = 50
const PART_OF: Readonly<Record<string, StoryPerson['part']>> = { heroes: 'hero', told: 'told', people: 'took-part' }

interface Found extends TextPerson {
  readonly part?: StoryPerson['part'] | undefined
  readonly quote: string
}

/** The people of a story with their part in it and their post, who first come first. */
export function readPeople(
  reading: StoryReading,
  placed: PlacedText,
  whole: string,
  postsKnown: readonly string[],
  authors: readonly string[],
): StoryPerson[] {
  const found = new Map<string, Found>()
  const add = (person: TextPerson, quote: string, part?: StoryPerson['part']) => {
    const known = found.get(person.name)
    found.set(person.name, {
      ...person,
      ...known,
      quote: known?.quote ?? quote,
      ...((known?.post ?? person.post) && { post: known?.post ?? person.post }),
      ...((known?.part ?? part) && { part: known?.part ?? part }),
    })
  }
  for (const value of placed.values) {
    const part = PART_OF[value.field]
    if (!part) continue
    for (const person of namedIn(value))
      add({ ...person, mentions: whole.split(person.name).length }, value.value, part)
    reading.use(value.line)
  }
  for (const { name, post, line } of placed.speakers) {
    const person = {
      name: name.slice(0, 40),
      start: 0,
      mentions: whole.split(name).length - 1,
      ...(post !== undefined && { post }),
    }
    if (name.length >= 2) add(person, line.text, /奶奶|爷爷|阿姨|大[爷娘妈叔]|婆婆/.test(name) ? 'was-helped' : 'told')
    reading.use(line)
  }
  for (const person of textPeople(whole)) add(person, whole.slice(Math.max(0, person.start - 12), person.start + 16))
  // A job in a cell of its own belongs to the name beside it.
  const job = placed.values.find(({ field, label }) => field === 'posts' && /职务/.test(label))?.value
  const named = [...found.values()].filter(
    (person) => !authors.includes(person.name) || person.post !== undefined || person.part !== undefined,
  )
  const chosen = hero(named)
  return named
    .filter(({ name }) => !authors.includes(name) || name === chosen)
    .slice(0, MOST)
    .map((person, at) => {
      const part = person.part === 'told' && person.name !== chosen ? 'told' : partOf(person, chosen)
      const said = person.post ?? (person.part === 'hero' ? job : undefined)
      const post = said === undefined ? undefined : postOf(said, postsKnown)
      const sure = person.part === undefined ? 'likely' : 'certain'
      reading.found(`people/${at}/name`, person.quote, sure)
      reading.found(`people/${at}/part`, person.quote, person.part === part ? 'certain' : 'likely')
      if (post) reading.found(`people/${at}/post`, said ?? '', sure)
      return {
        id: `person-${at + 1}`,
        name: person.name,
        part,
        ...(post && { post }),
        ...(person.assumed && { alias: person.name }),
        ...(isMinor(person, whole) && { minor: true }),
      }
    })
}

/** 综治办主任 贺东、村医 田大勇 */
function namedIn({ value }: LabelledValue): TextPerson[] {
  const pieces = value.split(/[、，,；;]/).map((piece) => piece.trim())
  return pieces.flatMap((piece) => {
    const bracketed = /^([\p{Script=Han}·]{2,5})\s*[（(]([^（）()]{2,30})[)）]$/u.exec(piece)
    if (bracketed) return [{ name: bracketed[1] ?? '', post: bracketed[2], start: 0, mentions: 1 }]
    const spaced = /^(.*?)[\s　]*([\p{Script=Han}·]{2,4})$/u.exec(piece)
    const last = piece.split(/[\s　]+/).at(-1) ?? ''
    if (/^[\p{Script=Han}·]{2,4}$/u.test(last)) {
      const post = piece.slice(0, piece.length - last.length).trim()
      return [{ name: last, start: 0, mentions: 1, ...(post !== '' && { post }) }]
    }
    for (let at = 0; spaced && at < piece.length - 1; at++) {
      const name = pickName(piece, at)
      if (name && at + name.length === piece.length) return [{ name, post: piece.slice(0, at), start: 0, mentions: 1 }]
    }
    return textPeople(piece)
  })
}

/** Whom it is about: who is labelled so, or else who is named most of those who did something. */
function hero(people: readonly Found[]): string | undefined {
  const labelled = people.find(({ part }) => part === 'hero')
  if (labelled) return labelled.name
  const acting = people.filter((person) => !isHelped(person) && person.part !== 'was-helped')
  const [most] = acting.toSorted((a, b) => weight(b) - weight(a) || a.start - b.start)
  return most && (most.post !== undefined || most.mentions > 1) ? most.name : undefined
}

const weight = ({ mentions, post }: Found) => mentions + (post === undefined ? 0 : 1)

const partOf = (person: Found, chosen: string | undefined): StoryPerson['part'] => {
  if (person.name === chosen) return 'hero'
  if (person.part && person.part !== 'hero') return person.part
  if (person.part === 'hero') return 'hero'
  return isHelped(person) ? 'was-helped' : 'took-part'
}

/** The vocabulary's word for a job, or the job as it is said. */
function postOf(said: string, postsKnown: readonly string[]): string | undefined {
  const job = said.trim()
  if (job === '' || /^(?:打工的|主任|书记|代表|负责人|老人|村民|群众|居民)$/.test(job)) return undefined
  const [best] = scoredWords('posts', postsKnown, job, job).toSorted((a, b) => b.score - a.score)
  return (best?.word ?? job).slice(0, 40)
}

/** 今年11岁 near the name. */
function isMinor(person: TextPerson, whole: string): boolean {
  const near = whole.slice(person.start, person.start + 24)
  const age = Number(/(\d{1,2})岁/.exec(near)?.[1] ?? 99)
  return age < 18 || (person.assumed === true && /留守儿童|小学|初中|孩子|娃/.test(whole))
}
