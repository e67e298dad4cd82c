import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../library/items/canonical-form.ts'
import { markdownParser } from '../../library/items/markdown-parser.ts'
import { splitPassages } from '../../library/items/passages.ts'
import { plainText } from '../../library/items/plain-text.ts'
import { renderPassage } from '../../library/items/render-passage.ts'
import { deriveStory, sectionTexts } from '../../library/stories/derive-story.ts'
import { canonicalRecord } from '../../library/stories/record-hash.ts'
import {
  EVIDENCE_LABEL,
  PICTURES_HEADING,
  POLICIES_HEADING,
  QUOTES_HEADING,
  renderStory,
} from '../../library/stories/render-story.ts'
import { safeMarkdown } from '../../library/stories/safe-markdown.ts'
import { STORY_SECTIONS, StoryRecord } from '../../library/stories/story.schema.ts'
import { hostileRecord, hostileText } from './arbitrary-record.ts'

const bare = (text: string) => text.replace(/[\s\u3000]+/gu, '')
/** The words that a reader of Markdown sees, without what lists and rules add. */
const words = (markdown: string) => bare(plainText(markdown))
/** What a field's text says to a reader: words, whatever they were marked as. */
const saidBy = (text: string) =>
  bare(
    markdownParser
      .parse(canonicalText(text), {})
      .flatMap((token) =>
        token.type === 'fence' || token.type === 'code_block'
          ? [token.content]
          : (token.children ?? []).map((child) => child.content),
      )
      .join(''),
  )

describe('a field as Markdown', () => {
  it('says the same words as before', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(words(safeMarkdown(canonicalText(text)))).toBe(saidBy(text))
      }),
      { numRuns: 1500 },
    )
  })

  it('consists of paragraphs, lists, emphasis and links, and of nothing else', () => {
    const allowed =
      /^(?:paragraph|bullet_list|ordered_list|list_item|strong|em|link)_(?:open|close)$|^(?:inline|text|softbreak|hardbreak)$/
    fc.assert(
      fc.property(hostileText, (text) => {
        const tokens = markdownParser.parse(safeMarkdown(canonicalText(text)), {})
        const types = tokens.flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)])
        expect(types.filter((type) => !allowed.test(type))).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  it('keeps paragraphs, lists and emphasis that were meant', () => {
    const text = '先**打电话**，一户一户问。\n\n1. 四户*没有车*；\n2. 三户带不动：\n   - 甲\n   - 乙\n\n再去。'
    expect(safeMarkdown(text)).toBe(
      '先**打电话**，一户一户问。\n\n1. 四户*没有车*；\n\n2. 三户带不动：\n\n   - 甲\n   - 乙\n\n再去。',
    )
  })

  it('shows a heading, a rule, HTML and code as the words they are', () => {
    expect(safeMarkdown('## 结果怎么样\n\n<b>甲</b>\n\n---\n\n```\n乙\n```')).toBe(
      '结果怎么样\n\n\\<b\\>甲\\</b\\>\n\n乙',
    )
  })

  it('lets links lead only to the web, to mail and to items', () => {
    expect(safeMarkdown('[甲](https://a.cn/b?c=1&d=2) [乙](ftp://a.cn/b) [丙](xinhuo://item/land-law)')).toBe(
      '[甲](https://a.cn/b?c=1\\&d=2) 乙 [丙](xinhuo://item/land-law)',
    )
  })
})

const copiesOf = (record: StoryRecord) => new Map(record.media.map(({ id, sha256 }) => [id, sha256]))

describe('a story as Markdown', () => {
  it('has exactly the headings of its parts, whatever its fields hold, and no provision of a statute', () => {
    const known = new Set<string>([
      ...STORY_SECTIONS.map(({ heading }) => heading),
      ...[QUOTES_HEADING, PICTURES_HEADING, POLICIES_HEADING],
    ])
    fc.assert(
      fc.property(hostileRecord, (draft) => {
        const { record } = canonicalRecord(draft)
        const passages = splitPassages(canonicalText(renderStory(record, copiesOf(record))))
        expect(passages.filter(({ type }) => type === 'provision' || type === 'preamble')).toEqual([])
        const headings = passages.filter(({ type }) => type === 'heading').map(({ heading }) => heading)
        expect(headings.filter((heading) => !known.has(heading))).toEqual([])
        expect(new Set(headings).size).toBe(headings.length)
      }),
      { numRuns: 500 },
    )
  })

  it('shows only pictures that were given to it, and no markup from a field', () => {
    fc.assert(
      fc.property(hostileRecord, (draft) => {
        const { record } = canonicalRecord(draft)
        const html = splitPassages(canonicalText(renderStory(record, copiesOf(record))))
          .map((passage) => (passage.type === 'heading' ? '' : renderPassage(passage)))
          .join('')
        const tags = [...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag)
        expect(tags.filter((tag) => !/^(?:p|br|ul|ol|li|strong|em|a|img|blockquote)$/.test(tag ?? ''))).toEqual([])
        const pictures = [...html.matchAll(/<img[^>]*data-blob="([0-9a-f]{64})"/g)].map(([, blob]) => blob)
        const shown = record.media.filter(({ mediaType }) => mediaType.startsWith('image/'))
        expect(pictures.toSorted()).toEqual(shown.map(({ sha256 }) => sha256).toSorted())
      }),
      { numRuns: 500 },
    )
  })

  it('is read back part by part as it was told', () => {
    fc.assert(
      fc.property(hostileRecord, (draft) => {
        const { record } = canonicalRecord(draft)
        // Pictures stand within the sections; how the result is known may begin with the very words it is told by.
        fc.pre(!record.result.includes(EVIDENCE_LABEL) && !record.evidence.how.includes(EVIDENCE_LABEL))
        const body = canonicalText(renderStory({ ...record, media: [] }, new Map()))
        const read = sectionTexts(body)
        for (const field of ['problem', 'done', 'failed', 'result', 'caution'] as const) {
          expect(words(read[field]), field).toBe(saidBy(record[field]))
        }
        if (saidBy(record.evidence.how) !== '') expect(words(read.how)).toBe(saidBy(record.evidence.how))
      }),
      { numRuns: 500 },
    )
  })

  it('gives its quotes, pictures and provisions back', () => {
    const sha256 = 'c'.repeat(64)
    const record = StoryRecord.parse({
      format: 1,
      title: '修渠',
      result: '渠通了。',
      evidence: { how: '看过放水记录。', kinds: ['register'] },
      quotes: [{ id: 'q', text: '第一年不缺水。\n- 真的', by: '王某' }],
      policies: [
        { title: '水法', provision: '第三十条' },
        { title: '中华人民共和国土地管理法', provision: '第四十二条第一款' },
      ],
      media: [
        ...[{ id: 'm', sha256, name: 'a.jpg', mediaType: 'image/jpeg', size: 1 }].map((one) => ({
          ...one,
          section: 'result',
          alternative: '一条[新]渠',
          caption: '放水*那天*',
          takenOn: '2024-03',
          author: '李某',
        })),
      ],
    })
    const body = canonicalText(renderStory(record, new Map([['m', sha256]])))
    expect(deriveStory({ body })).toMatchObject({
      evidence: 3,
      quotes: [{ text: '第一年不缺水。\n- 真的', by: '王某' }],
      policies: [
        { title: '水法', provision: '第三十条' },
        { title: '中华人民共和国土地管理法', provision: '第四十二条' },
      ],
      media: [{ sha256, alternative: '一条 新 渠', caption: '放水*那天*（2024-03，李某摄）' }],
    })
  })
})
