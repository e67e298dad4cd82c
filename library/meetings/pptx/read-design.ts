import { posix } from 'node:path'
import type PizZip from 'pizzip'
import { openPackage } from '../../templates/document/open-package.ts'
import { reachesOutside } from '../../templates/document/outside-parts.ts'
import { contrast } from '../deck/contrast.ts'
import type { SlideLook } from '../deck/deck.ts'
import { designError } from './design-error.ts'

const MAIN = 'ppt/presentation.xml'
const refusals = {
  broken: (cause?: unknown) => designError('DESIGN_BROKEN', cause),
  encrypted: () => designError('DESIGN_ENCRYPTED'),
  old: () => designError('DESIGN_OLD'),
  macros: () => designError('DESIGN_MACROS'),
  tooLarge: () => designError('DESIGN_TOO_LARGE'),
}
/** Characters of a part that is looked through; a theme has some ten thousand. */
const LONGEST = 4 * 1024 * 1024

/**
 * The colours and fonts of an office's own .pptx or .potx: of its first master and its theme. What it does not say
 * plainly is left out; whether it can be read is for the deck to see to.
 * @throws {DesignError} nothing of a file is believed that is damaged, locked, brings programs or reaches outside
 */
export function readDesign(bytes: Uint8Array): Partial<SlideLook> {
  const zip = openPackage(bytes, MAIN, refusals)
  for (const name of Object.keys(zip.files)) {
    if (name.endsWith('.rels') && reachesOutside(textOf(zip, name))) throw designError('DESIGN_OUTSIDE')
  }
  const master = targetOf(zip, MAIN, 'slideMaster')
  const theme = targetOf(zip, master, 'theme')
  const masterXml = textOf(zip, master)
  const themeXml = textOf(zip, theme)
  if (inside(themeXml, 'clrScheme') === '') throw designError('DESIGN_BROKEN')
  const colour = openColours(masterXml, themeXml)
  return withoutAbsent({
    ...coloursOf(masterXml, colour),
    titleFonts: fontsOf(themeXml, 'majorFont'),
    bodyFonts: fontsOf(themeXml, 'minorFont'),
  })
}

function coloursOf(master: string, colour: (name: string) => string | undefined): Partial<SlideLook> {
  const background = backgroundOf(master, colour) ?? colour('bg1')
  const text = colour('tx1')
  const reads = (one: string | undefined, ground: string | undefined, least: number) =>
    one !== undefined && ground !== undefined && contrast(one, ground) >= least ? one : undefined
  return withoutAbsent({
    background,
    // Masters with a dark picture write light words over a light scheme: what the scheme says is not what is seen.
    text: reads(text, background, 3),
    accent: colour('accent1'),
    muted: reads(colour('tx2'), background, 4.5),
    panel: text === undefined ? undefined : reads(colour('bg2'), text, 7),
    onAccent: colour('bg1'),
  })
}

/** A plain colour behind every slide; pictures and gradients are not taken. */
function backgroundOf(master: string, colour: (name: string) => string | undefined): string | undefined {
  const said = inside(master, 'bg')
  const solid = inside(said, 'solidFill') || (said.includes('<p:bgRef') ? said : '')
  // A scheme's colour that is made lighter or darker is another one.
  if (/<a:(?:lum|sat|hue|tint|shade|alpha)/.test(solid)) return undefined
  const own = /<a:srgbClr\b[^<>]*\bval="([0-9A-Fa-f]{6})"/.exec(solid)?.[1]
  if (own) return `#${own.toLowerCase()}`
  const named = /<a:schemeClr\b[^<>]*\bval="(\w+)"/.exec(solid)?.[1]
  return named === undefined ? undefined : colour(named)
}

/** Looks colours up as slides do: by the master's map, then in the theme's scheme (ECMA-376 part 1 §20.1.6.2). */
function openColours(master: string, theme: string): (name: string) => string | undefined {
  const map = /<p:clrMap\b([^<>]*)>/.exec(master)?.[1] ?? ''
  const scheme = inside(theme, 'clrScheme')
  return (name) => {
    const slot = new RegExp(`\\b${name}="(\\w+)"`).exec(map)?.[1] ?? name
    const value = /(?:srgbClr\b[^<>]*\bval|sysClr\b[^<>]*\blastClr)="([0-9A-Fa-f]{6})"/.exec(inside(scheme, slot))?.[1]
    return value === undefined ? undefined : `#${value.toLowerCase()}`
  }
}

/** The East Asian font first, then the one for simplified Chinese, then that for Latin letters. */
function fontsOf(theme: string, which: 'majorFont' | 'minorFont'): string[] | undefined {
  const said = inside(theme, which)
  const typeface = (pattern: RegExp) => pattern.exec(said)?.[1]
  const found = [
    typeface(/<(?:\w+:)?ea\b[^<>]*\btypeface="([^"]*)"/),
    typeface(/<(?:\w+:)?font\b[^<>]*\bscript="Hans"[^<>]*\btypeface="([^"]*)"/),
    typeface(/<(?:\w+:)?latin\b[^<>]*\btypeface="([^"]*)"/),
  ].flatMap((name) => (name === undefined ? [] : [fontName(name)]))
  const names = [...new Set(found)].filter((name) => name !== '')
  return names.length === 0 ? undefined : names
}

/** A font's name goes into styles and files: letters, digits and what stands between them. */
const fontName = (name: string) =>
  name
    .replaceAll('&amp;', '&')
    .replace(/[^\p{L}\p{N} ._&-]/gu, '')
    .trim()
    .slice(0, 60)

/** The part that another one points to, e.g. a master's theme. */
function targetOf(zip: PizZip, from: string, type: string): string {
  const { dir, base } = posix.parse(from)
  const relationships = textOf(zip, `${dir}/_rels/${base}.rels`)
  for (const [one] of relationships.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)) {
    const target = /\bTarget="([^"]*)"/.exec(one)?.[1]
    if (target === undefined || !new RegExp(`\\bType="[^"]*/${type}"`).test(one)) continue
    return target.startsWith('/') ? target.slice(1) : posix.join(dir, target)
  }
  throw designError('DESIGN_BROKEN')
}

function textOf(zip: PizZip, name: string): string {
  const text = zip.file(name)?.asText() ?? ''
  if (text.length > LONGEST) throw designError('DESIGN_TOO_LARGE')
  return text
}

/** What the first element of a name holds; read once, however a file is made to be read slowly. */
function inside(xml: string, name: string): string {
  const start = new RegExp(`<((?:\\w+:)?${name})(?:\\s[^<>]*)?>`).exec(xml)
  if (!start) return ''
  const from = start.index + start[0].length
  const end = xml.indexOf(`</${start[1]}>`, from)
  return end === -1 ? '' : xml.slice(from, end)
}

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

const withoutAbsent = <T extends object>(facts: T): Said<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Said<T>
