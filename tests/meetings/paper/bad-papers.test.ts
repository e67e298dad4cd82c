import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { PAPERS_OF } from '../../../library/meetings/paper/papers-of.ts'
import { readDocx } from '../../content/read-docx.ts'
import { HOSTILE_TEXTS, hostileMeeting } from '../deck/hostile-meeting.ts'
import { docxText } from './docx-text.ts'
import { openPaperDesk, type PaperDesk } from './paper-desk.ts'

let desk: PaperDesk
beforeAll(async () => {
  desk = await openPaperDesk()
}, 60_000)
afterAll(() => desk.close())

const meeting = (more: object) => MeetingRecord.parse({ type: 'meeting', format: 1, title: '例会', ...more })

describe('texts that no paper was made for', () => {
  it.each(PAPERS_OF.meeting)(
    'stand on the %s as XML can hold them',
    async (what) => {
      const parts = await readDocx(Buffer.from(await desk.paper(hostileMeeting(), what)))
      const xml = parts.get('word/document.xml')?.toString('utf8') ?? ''
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202e]/)
      expect(xml.isWellFormed()).toBe(true)
    },
    60_000,
  )

  it('keep rare characters, emoji and a clause of 5,000 characters whole', async () => {
    const text = (await docxText(await desk.paper(hostileMeeting(), 'script'))).join('')
    expect(text).toContain('𠮷𪚥𡨴㐂'.repeat(300))
    expect(text).toContain('👨‍👩‍👧‍👦🇨🇳')
    expect(text).toContain(HOSTILE_TEXTS.没有标点的条文)
  }, 60_000)
})

describe('a meeting of 400 parts', () => {
  it('has a script, an agenda and a form for minutes', async () => {
    const parts = Array.from({ length: 400 }, (_, at) => ({
      id: `p${at}`,
      type: 'reading',
      title: `第${at + 1}项`,
      minutes: 1,
      notes: '讲一句。',
      text: '应当在十五日内书面告知。',
    }))
    const record = meeting({ startsAt: '23:00', parts })
    for (const what of ['script', 'agenda', 'handout', 'minutes', 'notice'] as const) {
      const text = (await docxText(await desk.paper(record, what))).join('\n')
      if (what !== 'notice') expect(text).toContain('第400项')
    }
    expect(await docxText(await desk.paper(record, 'agenda'))).toContain('05:39—05:40')
  }, 60_000)
})

describe('an empty meeting', () => {
  it.each(PAPERS_OF.meeting.filter((what) => !['roles', 'drill', 'guide'].includes(what)))(
    'has a %s that says nothing wrong',
    async (what) => {
      const text = (await docxText(await desk.paper(meeting({ title: '' }), what))).join('\n')
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    },
  )
})

describe('a picture that cannot be opened', () => {
  const picture = {
    id: 'one',
    sha256: 'a'.repeat(64),
    name: '现场.jpg',
    mediaType: 'image/jpeg',
    size: 10,
    alternative: '渠边的农药瓶',
  }
  const record = meeting({ parts: [{ id: 'p', type: 'opening', title: '开场', text: '看图', pictures: [picture] }] })

  it('is named on paper, and the rest is printed', async () => {
    const broken = async () => ({ bytes: Buffer.from('no picture'), mediaType: 'image/jpeg', width: 0, height: 0 })
    for (const pictureOf of [broken, async () => undefined]) {
      const text = await docxText(await desk.paper(record, 'script', pictureOf))
      expect(text).toContain('（图片“渠边的农药瓶”打不开，没有印上来）')
      expect(text).toContain('看图')
    }
  })
})

describe('what is cited', () => {
  it('is printed with its words, and said not to be here, when it is missing', async () => {
    const cites = [{ id: 'c', title: '虚构条例', provision: '第九条', text: '应当在三日内书面答复。' }]
    const record = meeting({ parts: [{ id: 'p', type: 'reading', title: '读', cites }] })
    const text = await docxText(await desk.paper(record, 'script'))
    const at = text.indexOf('《虚构条例》第九条')
    expect(text.slice(at + 1, at + 3)).toEqual([
      '资料库未收录，时效请另行核对（截至2026年11月21日）',
      '应当在三日内书面答复。',
    ])
  })
})
