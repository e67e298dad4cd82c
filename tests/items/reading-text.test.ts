import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../library/items/canonical-form.ts'
import { viewPassages } from '../../library/items/item-queries.ts'
import { plainText } from '../../library/items/plain-text.ts'
import { renderPassage } from '../../library/items/render-passage.ts'
import { readContent } from '../content/read-content.ts'
import { markdownText } from './revision-content.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }
/** The text of sanitised HTML: its only entities are those of sanitize-html. */
const textOf = (html: string) =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => named[name] ?? '')
const squeezed = (text: string) => text.replace(/\s+/g, '')
const section = (markdown: string) =>
  ({ anchor: '正文', type: 'section', heading: '', level: 0, path: [], markdown }) as const

describe('plain text', () => {
  it('is, apart from white space, the text of what the reading desk shows', () => {
    fc.assert(
      fc.property(markdownText.map(canonicalText), (markdown) => {
        expect(squeezed(plainText(markdown))).toBe(squeezed(textOf(renderPassage(section(markdown)))))
      }),
      { numRuns: 1000 },
    )
  })

  it('is that for every passage of the starter content', () => {
    for (const { body } of readContent()) {
      for (const passage of viewPassages(body)) expect(squeezed(passage.text)).toBe(squeezed(textOf(passage.html)))
    }
  })

  it('parts cells, items and paragraphs', () => {
    expect(plainText('| 村 | 户 |\n|---|---|\n| 东 | 3 |\n\n- 甲\n- 乙\n\n丙\\\n丁')).toBe(
      '村 户\n东 3\n\n甲\n乙\n\n丙\n丁',
    )
  })

  it('keeps numbers, underscores and stars that are not marks', () => {
    expect(plainText('每户2*3间，文件_表_1，A & B，1\\. 号')).toBe('每户2*3间，文件_表_1，A & B，1. 号')
  })
})

describe('a rendered provision', () => {
  const cites = (markdown: string) =>
    [
      ...renderPassage({ ...section(markdown), type: 'provision', heading: '第六十二条' }).matchAll(
        /data-cite="([^"]+)"/g,
      ),
    ].map((match) => match[1])

  it('names each paragraph 款 when it has several', () => {
    expect(cites('一户一宅。\n\n人均少。\n\n建住宅。')).toEqual([
      '第六十二条第一款',
      '第六十二条第二款',
      '第六十二条第三款',
    ])
  })

  it('names its only paragraph by the provision alone', () => {
    expect(cites('一户一宅。')).toEqual(['第六十二条'])
  })

  it('counts 项 under the 款 they belong to', () => {
    expect(cites('有下列情形之一的：\n\n（一）甲；\n\n（二）乙。\n\n前款所列……')).toEqual([
      '第六十二条第一款',
      '第六十二条第一款第（一）项',
      '第六十二条第一款第（二）项',
      '第六十二条第二款',
    ])
    expect(cites('有下列情形之一的：\n\n（一）甲；\n\n（十一）乙。')).toEqual([
      '第六十二条',
      '第六十二条第（一）项',
      '第六十二条第（十一）项',
    ])
  })

  it('counts no table, list or quotation as 款', () => {
    expect(cites('甲。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> 引\n\n乙。')).toEqual([
      '第六十二条第一款',
      '第六十二条第二款',
    ])
  })
})

const HEX = 'ab'.repeat(32)

describe('rendered Markdown', () => {
  it('shows pictures of the library by their hash, without an address', () => {
    expect(renderPassage(section(`![图](sha256:${HEX})`))).toBe(`<p><img data-blob="${HEX}" alt="图" /></p>\n`)
  })

  it.each([
    ['a remote picture', '![x](https://evil.example/p.png)'],
    ['a picture by data address', '![x](data:image/svg+xml;base64,PHN2Zz4=)'],
    ['a hash of the wrong length', '![x](sha256:abc)'],
    ['a picture by reference', '![x][r]\n\n[r]: https://evil.example/p.png'],
  ])('shows the words of %s and loads nothing', (_, markdown) => {
    const html = renderPassage(section(markdown))
    expect(html).not.toMatch(/<img/)
    expect(textOf(html)).toContain('x')
  })

  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt&#58;alert(1))',
    '[a](vbscript:x)',
    '[a](data:text/html,<script>alert(1)</script>)',
    '[a](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '<svg onload=alert(1)>',
    '[a](https://a.cn "\\" onmouseover=\\"x")',
    '`<iframe src=x>`',
    `![" onerror="alert(1)](sha256:${HEX})`,
    '<style>*{background:url(https://evil.example)}</style>',
    '| <b onclick=x> |\n|:-:|\n| [x](javascript:x) |',
    '```"><script>\nx\n```',
    '<a href="https://a.cn" style="position:fixed" target=_top>x</a>',
  ]
  it('never runs, loads or styles anything', () => {
    const safeTag =
      /^<(?:\/?(?:p|br|h[1-6]|ul|li|blockquote|pre|code|hr|strong|em|s|table|thead|tbody|tr)|\/(?:ol|a|th|td)|p data-cite="[^"<>]*"|ol(?: start="\d+")?|a(?: href="(?:https?:|mailto:|xinhuo:|[^":<>]*")[^"<>]*"?)?|img data-blob="[0-9a-f]{64}" alt="[^"<>]*"|t[hd](?: style="text-align:(?:left|right|center)")?)(?: \/)?>$/
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...hostile), markdownText), { maxLength: 4 }),
        fc.boolean(),
        (parts, joined) => {
          const html = renderPassage(section(parts.join(joined ? '' : '\n\n')))
          for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(safeTag)
        },
      ),
      { numRuns: 500 },
    )
  })
})
