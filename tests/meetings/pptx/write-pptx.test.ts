import https from 'node:https'
import validate from '@ooxml-tools/validate'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import type { Block, DeckPicture } from '../../../library/meetings/deck/deck.ts'
import { writePptx } from '../../../library/meetings/pptx/write-pptx.ts'
import { openParts, shapesIn, wordsIn } from './pptx-parts.ts'
import { everyMakeOfReadySlide } from './ready-slides.ts'
import { deckWith, slideWith, text } from './sample-deck.ts'

/** What Office would repair, in a few words; the validator's own tale of it is endless. */
async function faults(bytes: Uint8Array, office: 'Microsoft365' | 'Office2016'): Promise<string[]> {
  const found = (await validate(bytes, 'pptx', office)) as unknown as { description?: string }[]
  return found.map((fault) => String(fault.description ?? JSON.stringify(fault)).slice(0, 200))
}

const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#88aacc' } })
  .jpeg()
  .toBuffer()
const photoOf = async () => ({ bytes: new Uint8Array(photo), mediaType: 'image/jpeg', width: 400, height: 300 })

const picture: DeckPicture = {
  sha256: 'a'.repeat(64),
  mediaType: 'image/jpeg',
  width: 400,
  height: 300,
  alternative: '窗口的查询机',
  caption: '一楼大厅',
  marks: [
    { id: 'one', type: 'number', x: 0.2, y: 0.3, says: '点这里' },
    { id: 'box', type: 'box', x: 0.4, y: 0.4, width: 0.3, height: 0.2 },
    { id: 'arrow', type: 'arrow', x: 0.9, y: 0.9, toX: 0.6, toY: 0.5 },
    { id: 'two', type: 'number', x: 0.99, y: 0.01 },
  ],
}

const clause: Block = {
  type: 'clause',
  heading: '第六十二条',
  lines: [
    {
      runs: [{ text: '一户只能' }, { text: '拥有一处', strong: true }, { text: '宅基地。', emphasis: true }],
      level: 0,
    },
    { runs: [{ text: '人均土地少的地区' }], level: 0, marker: { number: '（一）' } },
    { runs: [{ text: '带上户口簿' }], level: 1, marker: 'bullet' },
    { runs: [{ text: '先申请' }], level: 0, marker: { number: '3.' } },
  ],
}
const choices: Block = {
  type: 'choices',
  choices: [
    { key: 'A', lines: [{ runs: [{ text: '先收材料' }], level: 0 }] },
    { key: 'B', lines: [{ runs: [{ text: '一次说清' }], level: 0 }], right: true },
  ],
}
const table: Block = { type: 'table', head: ['时间', '事项'], rows: [['09:00', '开场'], ['09:10']] }

const sample = [
  slideWith('宅基地政策专题学习', [text('石坪乡人民政府')], { layout: 'cover', kicker: undefined }),
  slideWith('政策领学', [text('两条')], { layout: 'part', partId: 'p1' }),
  slideWith('怎么说的', [clause, { type: 'quote', lines: clause.lines, by: '老王' }], {
    partId: 'p1',
    notes: ['先念一遍', '再问大家\n谁家遇到过'],
    citations: [{ citeId: 'c', title: '土地管理法', state: 'in-force', says: '《土地管理法》第六十二条 · 现行' }],
  }),
  slideWith('看图', [text('先看'), { type: 'picture', picture }], { layout: 'picture', partId: 'p2', kicker: '图解' }),
  slideWith('再看一次', [{ type: 'picture', picture: { ...picture, marks: undefined } }], { layout: 'picture' }),
  slideWith('你会怎么做？', [choices], { layout: 'ask' }),
  slideWith('安排', [table], { layout: 'agenda' }),
  slideWith('谢谢', [], { layout: 'end' }),
]

describe('a deck as .pptx', async () => {
  const bytes = await writePptx(deckWith(sample), photoOf)
  const parts = openParts(bytes)
  const slides = parts.slides()

  it('opens without repair in the Office of 2016, with every make of slide of the ready meetings', async () => {
    const ready = everyMakeOfReadySlide()
    expect(ready.length).toBeGreaterThan(30)
    const all = await writePptx(deckWith([...sample, ...ready], 'festive'), photoOf)
    expect(await faults(all, 'Office2016')).toEqual([])
  }, 120_000)

  it('is read in order: the title, the text, where it comes from', () => {
    expect(shapesIn(slides[2] as string)).toEqual([
      { place: 'title', words: ['怎么说的'] },
      { place: undefined, words: [] },
      { place: undefined, words: ['政策领学'] },
      { place: undefined, words: [] },
      {
        place: 'body',
        words: ['第六十二条', '一户只能拥有一处宅基地。', '（一）\t人均土地少的地区', '带上户口簿', '先申请'],
      },
      { place: undefined, words: [] },
      {
        place: 'body',
        words: ['一户只能拥有一处宅基地。', '（一）\t人均土地少的地区', '带上户口簿', '先申请', '——老王'],
      },
      { place: 'body', words: ['《土地管理法》第六十二条 · 现行'] },
      { place: 'sldNum', words: ['3'] },
    ])
  })

  it('has emphasis, bullets and numbers as Office has them', () => {
    const slide = slides[2] as string
    expect(slide).toMatch(/<a:rPr [^>]*b="1"[^>]*>\s*<\/a:rPr><a:t>拥有一处/)
    expect(slide).toMatch(/<a:schemeClr val="accent1"\/><\/a:solidFill><\/a:rPr><a:t>宅基地。/)
    expect(slide).toContain('<a:buChar char="•"/>')
    expect(slide).toContain('<a:buAutoNum type="arabicPeriod" startAt="3"/>')
    for (const paragraph of slide.match(/<a:p>[\s\S]*?<\/a:p>/g) ?? []) {
      expect(paragraph.match(/<a:pPr/g)?.length ?? 0).toBeLessThanOrEqual(1)
    }
  })

  it('counts what follows one another as one list, also behind something deeper', async () => {
    const entry = (number: string, level = 0) => ({ runs: [{ text: '一' }], level, marker: { number } })
    const bulleted = { runs: [{ text: '二' }], level: 1, marker: 'bullet' as const }
    const lines = [entry('2.'), entry('3.'), bulleted, entry('4.'), { runs: [{ text: '三' }], level: 0 }, entry('1.')]
    const bytes = await writePptx(deckWith([slideWith('数', [{ type: 'text', lines }])]), photoOf)
    const counted = [...(openParts(bytes).slides()[0] ?? '').matchAll(/<a:buAutoNum type="arabicPeriod"([^/]*)\/>/g)]
    expect(counted.map(([, start]) => start)).toEqual([' startAt="2"', ' startAt="2"', ' startAt="2"', ''])
  })

  it('says what the right choice is by a mark as well as by its frame', () => {
    expect(wordsIn(slides[5] as string)).toEqual(['你会怎么做？', '政策领学', 'A\t先收材料', 'B\t✓ 一次说清', '6'])
  })

  it('follows when the office changes the theme: no colour or font of its own', () => {
    // Marks on pictures are seen on every picture, and so in a colour of their own.
    for (const slide of slides.map((one) => one.replace(/<p:grpSp>[\s\S]*<\/p:grpSp>/, ''))) {
      expect(slide).not.toContain('<a:srgbClr')
      expect(slide).not.toMatch(/<a:(?:latin|ea) typeface="[^+]/)
    }
    const theme = parts.text('ppt/theme/theme1.xml')
    expect(theme).toContain('<a:accent1><a:srgbClr val="A5321E"/></a:accent1>')
    expect(theme).toContain('<a:ea typeface="Microsoft YaHei"/>')
    const [master] = parts.names.filter((name) => name.includes('slideMaster1.xml')).map(parts.text)
    expect(master).toContain('eaLnBrk="1" latinLnBrk="0" hangingPunct="1"')
    expect(slides[2]).toContain('lang="zh-CN"')
  })

  it('keeps dark looks dark for what the office adds', async () => {
    const dark = openParts(await writePptx(deckWith(sample.slice(0, 1), 'contrast'), photoOf))
    expect(dark.text('ppt/theme/theme1.xml')).toContain('<a:dk1><a:srgbClr val="000000"/></a:dk1>')
    expect(dark.text('ppt/slideMasters/slideMaster1.xml')).toContain('bg1="dk1" tx1="lt1"')
  })

  it('stores a picture once, with its own sides and with words', () => {
    expect(parts.names.filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/picture1.jpeg'])
    for (const slide of slides.slice(3, 5)) {
      const shown = /<p:pic>[\s\S]*?<a:ext cx="(\d+)" cy="(\d+)"/.exec(slide)
      expect(Number(shown?.[1]) / Number(shown?.[2])).toBeCloseTo(4 / 3, 3)
      expect(slide).toMatch(/<p:cNvPr id="\d+" name="图片 \d+" descr="窗口的查询机"\/>/)
    }
  })

  it('keeps the marks of a picture with it, as shapes that say what they show', () => {
    const group = /<p:grpSp>[\s\S]*<\/p:grpSp>/.exec(slides[3] as string)?.[0] ?? ''
    expect([...group.matchAll(/descr="([^"]*)"/g)].map(([, says]) => says)).toEqual([
      '窗口的查询机',
      '标记 1：点这里',
      '方框',
      '箭头',
      '标记 2',
    ])
    expect(wordsIn(group)).toEqual(['1', '2'])
  })

  it('names every shape of a slide once', () => {
    for (const slide of slides) {
      const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('has tables that say which row is their head', () => {
    expect(slides[6]).toContain('<a:tblPr firstRow="1"/>')
    expect(wordsIn(slides[6] as string).slice(2, 8)).toEqual(['时间', '事项', '09:00', '开场', '09:10', ''])
  })

  it('has the speaker’s notes, paragraph by paragraph, and a section for each part', () => {
    expect(wordsIn(parts.text('ppt/notesSlides/notesSlide3.xml'))).toEqual(['先念一遍', '再问大家', '谁家遇到过'])
    const sections = [...parts.text('ppt/presentation.xml').matchAll(/<p14:section name="([^"]*)"/g)]
    expect(sections.map(([, name]) => name)).toEqual(['宅基地政策专题学习', '政策领学', '图解', '政策领学'])
  })

  it('tells nothing of the machine or of who sat at it, and reaches nowhere', () => {
    expect(parts.text('docProps/core.xml')).toContain('<dc:title>宅基地政策专题学习</dc:title>')
    expect(parts.text('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/)
    expect(parts.names.map(parts.text).join('')).not.toMatch(/TargetMode|PptxGenJS|Company/)
  })

  it('is the same file for the same deck', async () => {
    expect(Buffer.from(await writePptx(deckWith(sample), photoOf)).equals(Buffer.from(bytes))).toBe(true)
  })
})

describe('what a deck may bring', () => {
  const nasty = '😀𠮷 & <b> "引号" \u0000\u0007\ud800 尾\udfff ]]> \u202e倒\u2028行 {字段}'
  const strange = (sha: string): Block => ({
    type: 'picture',
    picture: { ...picture, sha256: sha.repeat(64), caption: nasty, alternative: nasty, marks: undefined },
  })
  const hostile = [
    slideWith(nasty, [{ type: 'clause', heading: nasty, lines: [{ runs: [{ text: nasty }], level: 9 }] }], {
      kicker: nasty,
      notes: [nasty, ''],
      citations: [{ citeId: 'c', title: nasty, state: 'missing', says: nasty }],
    }),
    slideWith('', [text(''), text(), { type: 'choices', choices: [] }, { type: 'table', head: [], rows: [] }]),
    slideWith('图', [strange('b'), strange('c'), strange('d'), strange('e')], { layout: 'picture' }),
    slideWith('表', [
      {
        type: 'table',
        head: Array.from({ length: 120 }, (_, index) => `${index}`),
        rows: Array.from({ length: 12 }, () => [nasty, '\n\n', '第一行\n第二行']),
      },
    ]),
  ]
  const brought: Record<string, Uint8Array> = {}

  it('is told in a file that opens without repair', async () => {
    brought.b = new Uint8Array(await sharp(photo).webp().toBuffer())
    const glass = { create: { width: 30, height: 20, channels: 4 as const, background: '#ff000080' } }
    brought.c = new Uint8Array(await sharp(glass).webp().toBuffer())
    brought.d = new TextEncoder().encode('<svg onload="alert(1)"/>')
    const network = vi.spyOn(https, 'get')
    const bytes = await writePptx(deckWith(hostile), async ({ sha256 }) => {
      const found = brought[sha256[0] as string]
      return found && { bytes: found, mediaType: 'image/x-unknown', width: 400, height: 300 }
    })
    expect(network).not.toHaveBeenCalled()
    const parts = openParts(bytes)
    expect(parts.slides()).toHaveLength(hostile.length)
    const media = parts.names.filter((name) => name.startsWith('ppt/media/'))
    expect(media).toEqual(['ppt/media/picture1.jpeg', 'ppt/media/picture2.png'])
    expect(wordsIn(parts.slides()[2] as string).join('')).toContain('这张图片打不开')
    expect(wordsIn(parts.slides()[0] as string)[0]).toBe('😀𠮷 &amp; &lt;b&gt; &quot;引号&quot; 尾 ]]&gt; 倒 行 {字段}')
    expect(await faults(bytes, 'Microsoft365')).toEqual([])
  }, 120_000)

  it('may be 300 slides with the same 40 pictures, each stored once', async () => {
    const slides = Array.from({ length: 300 }, (_, index) =>
      slideWith(`第 ${index} 页`, [text('一'.repeat(50)), strange(String.fromCharCode(0x4e00 + (index % 40)))]),
    )
    const bytes = await writePptx(deckWith(slides), async ({ sha256 }) => {
      const width = 40 + ((sha256.codePointAt(0) ?? 0) % 40)
      const own = sharp({ create: { width, height: 30, channels: 3, background: '#808080' } })
      return { bytes: new Uint8Array(await own.jpeg().toBuffer()), mediaType: 'image/jpeg', width, height: 30 }
    })
    const parts = openParts(bytes)
    expect(parts.slides()).toHaveLength(300)
    expect(parts.names.filter((name) => name.startsWith('ppt/media/'))).toHaveLength(40)
    expect(wordsIn(parts.slides()[299] as string)[0]).toBe('第 299 页')
  }, 60_000)
})
