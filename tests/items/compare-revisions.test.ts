import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../library/items/canonical-form.ts'
import { chineseNumber } from '../../library/items/chinese-number.ts'
import { compareBodies } from '../../library/items/compare-revisions.ts'
import { compareWords } from '../../library/items/compare-words.ts'
import type { PassageChange } from '../../library/items/item-view.ts'
import { splitPassages } from '../../library/items/passages.ts'
import { plainText } from '../../library/items/plain-text.ts'
import { markdownText } from './revision-content.ts'

const shown = (older: string, newer: string) =>
  compareBodies(older, newer).map(({ type, heading, oldHeading }) =>
    [type, ...(oldHeading === undefined ? [] : [oldHeading]), heading].join(' '),
  )
const one = '第一条　为了加强土地管理，维护土地的社会主义公有制，制定本法。'
const two = '第二条　国家实行土地用途管制制度，严格限制农用地转为建设用地。'
const three = '第三条　各级人民政府应当采取措施，全面规划，保护耕地。'

describe('comparing two versions', () => {
  it('says same for what did not change, white space and marks aside', () => {
    expect(shown(`${one}\n\n${two}`, `**第一条**　${one.slice(4)}\n\n${two}`)).toEqual(['same 第一条', 'same 第二条'])
  })

  it('says added and removed where a provision came or went', () => {
    expect(shown(`${one}\n\n${two}`, `${one}\n\n${three}`)).toEqual(['same 第一条', 'added 第三条', 'removed 第二条'])
  })

  it('says moved for a provision that only changed its number', () => {
    const inserted = '第二条　本法所称村民，是指户籍在本村的居民。'
    expect(shown(`${one}\n\n${two}`, `${one}\n\n${inserted}\n\n${two.replace('第二条', '第三条')}`)).toEqual([
      'same 第一条',
      'added 第二条',
      'moved 第二条 第三条',
    ])
  })

  it('says changed, with the words that came and went', () => {
    const [change] = compareBodies(two, two.replace('严格限制', '严格控制'))
    expect(change?.type).toBe('changed')
    expect(change?.words.filter((word) => word.type !== 'same')).toEqual([
      { type: 'removed', text: '限制' },
      { type: 'added', text: '控制' },
    ])
  })

  it('finds a provision that changed its number and its words', () => {
    const renumbered = two.replace('第二条', '第九条').replace('严格限制', '严格控制')
    expect(shown(`${one}\n\n${two}`, `${one}\n\n${renumbered}`)).toEqual(['same 第一条', 'changed 第二条 第九条'])
  })

  it('compares a section with the one of the same heading however much was rewritten', () => {
    expect(shown('## 怎么办\n\n先申请。', '## 怎么办\n\n带上身份证到便民服务中心。')).toEqual([
      'same 怎么办',
      'changed 怎么办',
    ])
  })

  it('shows where headings came and went', () => {
    expect(shown('# 总则\n\n甲乙丙丁', '# 总则\n\n甲乙丙丁\n\n# 附则')).toEqual([
      'same 总则',
      'same 总则',
      'added 附则',
    ])
  })
})

const side = (changes: readonly PassageChange[], gone: 'added' | 'removed') =>
  changes
    .filter((change) => change.type !== gone)
    .map(({ heading, oldHeading, words }) => ({
      heading: gone === 'added' ? (oldHeading ?? heading) : heading,
      text: words
        .filter((word) => word.type !== gone)
        .map((word) => word.text)
        .join(''),
    }))
const passagesOf = (body: string) =>
  splitPassages(body).map((passage) => ({ heading: passage.heading, text: plainText(passage.markdown) }))
const sorted = (passages: readonly unknown[]) => passages.map((passage) => JSON.stringify(passage)).sort()

describe('any comparison', () => {
  it('gives both texts back', () => {
    const edited = markdownText.map(canonicalText).chain((body) =>
      fc.tuple(
        fc.constant(body),
        fc.oneof(
          markdownText.map(canonicalText),
          fc.nat(body.length).map((at) => canonicalText(`${body.slice(0, at)}新增的字${body.slice(at)}`)),
          fc.constant(canonicalText(body.split('\n\n').reverse().join('\n\n'))),
        ),
      ),
    )
    fc.assert(
      fc.property(edited, ([older, newer]) => {
        const changes = compareBodies(older, newer)
        expect(side(changes, 'removed')).toEqual(passagesOf(newer))
        expect(sorted(side(changes, 'added'))).toEqual(sorted(passagesOf(older)))
      }),
      { numRuns: 200 },
    )
  })

  it('calls everything the same when nothing changed', () => {
    fc.assert(
      fc.property(markdownText.map(canonicalText), (body) => {
        expect(compareBodies(body, body).every((change) => change.type === 'same')).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('large comparisons', () => {
  const pseudo = (seed: number) => () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const sentence = (random: () => number) =>
    `${Array.from({ length: 90 }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 3000))).join('')}。`
  const reworded = (text: string, random: () => number) => text.replace(/[^。]/g, (c) => (random() < 0.15 ? '改' : c))

  it('take less than three seconds for 400 provisions that were all reworded and renumbered', () => {
    const random = pseudo(7)
    const texts = Array.from({ length: 400 }, () => sentence(random))
    const older = texts.map((text, at) => `第${chineseNumber(at + 1)}条　${text}`).join('\n\n')
    const newer = texts.map((text, at) => `第${chineseNumber(at + 2)}条　${reworded(text, random)}`).join('\n\n')
    const started = performance.now()
    const changes = compareBodies(older, newer)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(changes.filter((change) => change.type === 'changed').length).toBeGreaterThan(390)
  })

  it('take less than three seconds for one provision with a long annex, and still give both texts back', () => {
    const random = pseudo(11)
    const older = Array.from({ length: 500 }, () => sentence(random)).join('')
    const newer = reworded(older, random)
    const started = performance.now()
    const words = compareWords(older, newer)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(
      words
        .filter((word) => word.type !== 'removed')
        .map((word) => word.text)
        .join(''),
    ).toBe(newer)
    expect(
      words
        .filter((word) => word.type !== 'added')
        .map((word) => word.text)
        .join(''),
    ).toBe(older)
    expect(words.some((word) => word.type === 'same')).toBe(true)
  })
})
