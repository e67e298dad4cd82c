import fc from 'fast-check'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { DesignError } from '../../../library/meetings/pptx/design-error.ts'
import { readDesign } from '../../../library/meetings/pptx/read-design.ts'
import { writePptx } from '../../../library/meetings/pptx/write-pptx.ts'
import { deckWith, slideWith, text } from './sample-deck.ts'

const own = await writePptx(deckWith([slideWith('一', [text('二')])], 'festive'), async () => undefined)

/** The file with some of its parts written anew. */
function changed(change: (zip: PizZip) => void): Uint8Array {
  const zip = new PizZip(own)
  change(zip)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

const part = (name: string, change: (xml: string) => string) =>
  changed((zip) => zip.file(name, change(zip.file(name)?.asText() ?? '')))

const codeOf = (bytes: Uint8Array): string => {
  try {
    readDesign(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof DesignError) return error.code
    throw error
  }
}

const THEME = 'ppt/theme/theme1.xml'
const MASTER = 'ppt/slideMasters/slideMaster1.xml'

describe('an office’s own presentation', () => {
  it('gives back the colours and fonts that slides were written with', () => {
    const { background, text: words, accent, muted, panel, bodyFonts } = lookOf('festive')
    const { titleFonts, bodyFonts: found, ...colours } = readDesign(own)
    expect(colours).toMatchObject({ background, text: words, accent, muted, panel })
    expect([titleFonts?.[0], found?.[0]]).toEqual(['FZXiaoBiaoSong-B05S', bodyFonts[0]])
  })

  it('is read by its map: a dark master has light words', () => {
    const { text: words, background } = readDesign(
      part(MASTER, (xml) => xml.replace('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"').replace(/<p:bg>.*?<\/p:bg>/, '')),
    )
    expect({ words, background }).toEqual({ words: '#fffdf8', background: '#2b1d18' })
  })

  it('gives the Chinese font before the one for Latin letters', () => {
    const fonts =
      '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>'
    const { bodyFonts } = readDesign(part(THEME, (xml) => xml.replace(/<a:minorFont>.*?<\/a:minorFont>/, fonts)))
    expect(bodyFonts).toEqual(['等线', 'Calibri'])
  })

  it('gives the colour that a system chose, and a plain background of its own', () => {
    const bytes = changed((zip) => {
      const theme = zip.file(THEME)?.asText() ?? ''
      zip.file(
        THEME,
        theme.replace(/<a:dk1>.*?<\/a:dk1>/, '<a:dk1><a:sysClr val="windowText" lastClr="102030"/></a:dk1>'),
      )
      const master = zip.file(MASTER)?.asText() ?? ''
      zip.file(MASTER, master.replace('<a:schemeClr val="bg1"/>', '<a:srgbClr val="F0F8FF"/>'))
    })
    expect(readDesign(bytes)).toMatchObject({ text: '#102030', background: '#f0f8ff' })
  })

  it('says nothing of a background that is a picture, or of words that could not be read on it', () => {
    const { background, text: words } = readDesign(
      part(MASTER, (xml) =>
        xml.replace(/<p:bg>.*?<\/p:bg>/, '<p:bg><p:bgPr><a:blipFill/><a:effectLst/></p:bgPr></p:bg>'),
      ),
    )
    expect(background).toBe('#fffdf8')
    expect(words).toBe('#2b1d18')
    const same = part(THEME, (xml) => xml.replace('<a:srgbClr val="2B1D18"/>', '<a:srgbClr val="FFFDF0"/>'))
    expect(readDesign(same).text).toBeUndefined()
  })

  it('never brings a font’s name that would be more than a name', () => {
    const nasty = part(THEME, (xml) => xml.replaceAll('typeface="Microsoft YaHei"', 'typeface="x&quot;;}*{color:red}"'))
    for (const name of readDesign(nasty).bodyFonts ?? []) expect(name).toMatch(/^[\p{L}\p{N} ._&-]*$/u)
  })
})

describe('a file that is none, or that means harm', () => {
  it.each([
    ['an empty one', new Uint8Array(), 'DESIGN_BROKEN'],
    ['a cut one', own.slice(0, own.length / 2), 'DESIGN_BROKEN'],
    ['an old one', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'DESIGN_OLD'],
    ['a document', changed((zip) => zip.remove('ppt/presentation.xml')), 'DESIGN_BROKEN'],
    ['one without a theme', changed((zip) => zip.remove(THEME)), 'DESIGN_BROKEN'],
    ['one with programs', changed((zip) => zip.file('ppt/vbaProject.bin', 'x')), 'DESIGN_MACROS'],
    [
      'one that defines entities',
      part(THEME, (xml) => xml.replace('<a:theme', '<!DOCTYPE x><a:theme')),
      'DESIGN_BROKEN',
    ],
    [
      'one whose picture lies elsewhere',
      part('ppt/slideMasters/_rels/slideMaster1.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="x" Type="http://x/image" Target="http://x/y.png" TargetMode="External"/></Relationships>',
        ),
      ),
      'DESIGN_OUTSIDE',
    ],
    [
      'one that swells',
      changed((zip) => zip.file('ppt/media/a.png', '0'.repeat(140 * 1024 * 1024))),
      'DESIGN_TOO_LARGE',
    ],
    ['one made to be read slowly', part(THEME, () => '<a:clrScheme '.repeat(300_000)), 'DESIGN_BROKEN'],
  ])('%s is refused with a sentence', (_what, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('is refused in words, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(own.length - 1), fc.nat(255), (noise, at, byte) => {
        expect(codeOf(noise)).toMatch(/^DESIGN_/)
        const flipped = new Uint8Array(own)
        flipped[at] = byte
        expect(codeOf(flipped)).toMatch(/^(?:DESIGN_|read)/)
      }),
      { numRuns: 60 },
    )
  })
})
