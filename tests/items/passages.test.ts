import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../library/items/canonical-form.ts'
import { fenceScanner } from '../../library/items/cut-section.ts'
import { type Passage, splitPassages } from '../../library/items/passages.ts'
import { markdownText } from './revision-content.ts'

const outline = (body: string) => splitPassages(body).map(({ type, anchor }) => `${type} ${anchor}`)
const one = (body: string) => splitPassages(body)[0] as Passage

describe('passages of a statute', () => {
  it('are its headings and provisions in order, each with the headings above it', () => {
    const body = [
      '前言',
      '# 第一编　总则',
      '## 第一章　基本规定',
      '第一条　为了……',
      '第二条　本法所称……\n\n（一）甲；\n\n（二）乙。',
      '## 第二章　自然人',
      '第三条　……',
      '# 第二编　物权',
      '第四条　……',
    ].join('\n\n')
    expect(outline(body)).toEqual([
      'preamble 正文',
      'heading 第一编总则',
      'heading 第一章基本规定',
      'provision 第一条',
      'provision 第二条',
      'heading 第二章自然人',
      'provision 第三条',
      'heading 第二编物权',
      'provision 第四条',
    ])
    const passages = splitPassages(body)
    expect(passages[4]?.path).toEqual(['第一编 总则', '第一章 基本规定'])
    expect(passages[4]?.markdown).toBe('本法所称……\n\n（一）甲；\n\n（二）乙。')
    expect(passages.at(-1)?.path).toEqual(['第二编 物权'])
  })

  it.each([
    ['第六十二条　农村村民', '第六十二条'],
    ['第六十二条 农村村民', '第六十二条'],
    ['第62条 农村村民', '第62条'],
    ['第二百九十一条之一　投放', '第二百九十一条之一'],
    ['**第三条** 适用', '第三条'],
    ['**第三条　适用范围** 本法', '第三条'],
    ['第一百零八条', '第一百零八条'],
  ])('knows the provision in “%s”', (body, heading) => {
    expect(one(body)).toMatchObject({ type: 'provision', heading, anchor: heading })
  })

  it.each([
    '第十条规定的条件',
    '第十条、第十一条规定的',
    '第十条第二款规定',
    '依照第十条 办理',
    '> 第十条 引用',
    '- 第十条 列举',
    '第十条之 一',
  ])('takes “%s” for text, not for a provision', (body) => {
    expect(one(body)).toMatchObject({ type: 'preamble', markdown: body })
  })

  it('keeps bold that goes on past the number of a provision', () => {
    expect(one('**第三条　适用范围** 本法').markdown).toBe('**适用范围** 本法')
    expect(one('**第三条** 本法').markdown).toBe('本法')
    expect(one('**第三条 ** 本法').markdown).toBe('本法')
  })

  it('gives what repeats an anchor of its own', () => {
    expect(outline('第一条 甲\n\n第一条 乙\n\n# 附件\n\n第一条 丙\n\n# 附件\n\n# 附件~2')).toEqual([
      'provision 第一条',
      'provision 第一条~2',
      'heading 附件',
      'provision 第一条~3',
      'heading 附件~2',
      'heading 附件~2~2',
    ])
  })

  it('keeps a provision without text, such as one left out', () => {
    expect(splitPassages('第七条\n\n第八条 文').map((passage) => passage.markdown)).toEqual(['', '文'])
  })
})

describe('passages of other texts', () => {
  it('are the sections between headings', () => {
    expect(outline('## 谁能申请\n\n三类家庭\n\n## 怎么办\n\n### 申请\n\n带上身份证')).toEqual([
      'heading 谁能申请',
      'section 谁能申请~2',
      'heading 怎么办',
      'heading 申请',
      'section 申请~2',
    ])
  })

  it('show a heading as it is read, without its marks', () => {
    expect(one('## **一、** `C#` [办法](https://a.cn) file_name_1 1\\. ##').heading).toBe('一、 C# 办法 file_name_1 1.')
    expect(one('### 学习C#').heading).toBe('学习C#')
  })

  it('leave code alone, whatever stands in it', () => {
    expect(outline('````\n```\n# 一\n第一条 二\n````\n\n第二条 三')).toEqual(['preamble 正文', 'provision 第二条'])
    expect(outline('```\n~~~\n第一条 一\n```\n\n第二条 三')).toEqual(['preamble 正文', 'provision 第二条'])
    expect(outline('`` ` `` 与 ```a```\n\n第二条 三')).toEqual(['preamble 正文', 'provision 第二条'])
  })

  it('are cut between paragraphs when long', () => {
    const body = Array.from({ length: 10 }, (_, n) => `第${n}段${'字'.repeat(400)}`).join('\n\n')
    const passages = splitPassages(body)
    expect(passages.length).toBeGreaterThan(3)
    for (const passage of passages) expect(passage.markdown.length).toBeLessThanOrEqual(1210)
    expect(passages.map((passage) => passage.markdown).join('\n\n')).toBe(body)
  })

  it('are cut after a sentence when one paragraph is very long, and never inside a character', () => {
    const body = `${'甲乙丙丁。'.repeat(3000)}${'𠮷'.repeat(9001)}`
    const passages = splitPassages(body)
    expect(passages.every((passage) => passage.markdown.length <= 8000 && passage.markdown.isWellFormed())).toBe(true)
    expect(passages[0]?.markdown.endsWith('。')).toBe(true)
    expect(passages.map((passage) => passage.markdown).join('')).toBe(body)
  })

  it.each([
    [
      'a table',
      ['| 村 | 户 |', '| --- | --- |', ...Array.from({ length: 900 }, (_, n) => `| 第${n}村 | ${n} |`)].join('\n'),
    ],
    ['code', `\`\`\`\n${'一行\n\n'.repeat(500)}\`\`\``],
    ['a list with paragraphs', `1. 甲${'\n\n   续段'.repeat(600)}`],
  ])('never cut %s inside', (_, block) => {
    expect(splitPassages(`前\n\n${block}\n\n后`).some((passage) => passage.markdown.includes(block))).toBe(true)
  })
})

describe('any text', () => {
  it('is in the passages in order, but for headings and provision marks', () => {
    fc.assert(
      fc.property(markdownText.map(canonicalText), (body) => {
        const partOf = fenceScanner()
        const expected = body
          .split('\n')
          .map((line) => (partOf(line) === 'outside' && /^#{1,6}\s+\S/.test(line) ? '' : line))
          .join('\n')
          .replace(/^(\*\*)?第[一二三四五六七八九十]+条(之[一二三四五六七八九十]+)?(\*\*)?(?=\s|$)/gm, '')
        const actual = splitPassages(body).map((passage) => passage.markdown)
        const marks = /第[一二三四五六七八九十]+条(之[一二三四五六七八九十]+)?/g
        // In code such a line is text; both sides lose it, so that the rest must be equal.
        const bare = (text: string) => text.replace(marks, '').replace(/[\s*]/g, '')
        expect(bare(actual.join('\n'))).toBe(bare(expected))
      }),
      { numRuns: 500 },
    )
  })

  it('has anchors that are each its own', () => {
    fc.assert(
      fc.property(markdownText.map(canonicalText), (body) => {
        const anchors = splitPassages(body).map((passage) => passage.anchor)
        expect(new Set(anchors).size).toBe(anchors.length)
        expect(anchors.every((anchor) => anchor !== '' && !/\s/.test(anchor))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
