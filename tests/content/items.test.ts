import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FrontMatter } from './front-matter.schema.ts'
import { contentRoot, kindOfFolder, readContent, readVocabulary } from './read-content.ts'

const files = readContent()
const Terms = z.array(z.object({ name: z.string() }))
const topics = new Set(Terms.parse(readVocabulary('topics')).map((topic) => topic.name))
const posts = new Set(Terms.parse(readVocabulary('posts')).map((post) => post.name))

const headingsOfKind = {
  policy: ['一句话说清', '常见误会', '以本地规定为准|不服怎么办', '引用的条文'],
  template: ['什么时候用', '材料清单', '谁签', '法律依据', '字段', '常见错误'],
  story: ['什么情况', '做了什么', '花了多少', '哪里没做好', '结果怎么样，怎么知道的', '什么情况下不要照搬'],
  guide: [],
}

/** In characters without blanks. */
const lengthOfKind = { policy: [600, 1200], template: [400, 1500], story: [500, 1000], guide: [500, 1200] } as const
/** A whole afternoon, played and read, is longer than a page of advice. */
const lengthOfMaterial = [300, 9000] as const

describe.each(files)('$folder/$name', ({ folder, name, frontMatter, body }) => {
  it('has front matter of the promised form', () => {
    expect(FrontMatter.safeParse(frontMatter).error?.issues ?? []).toEqual([])
  })

  it('is named by its identifier and lies in the folder of its kind', () => {
    const item = FrontMatter.parse(frontMatter)
    expect(name).toBe(`${item.identifier}.md`)
    expect(item.kind).toBe(kindOfFolder[folder as keyof typeof kindOfFolder])
  })

  it('uses only topics and posts of the vocabulary', () => {
    const item = FrontMatter.parse(frontMatter)
    expect(item.topics.filter((topic) => !topics.has(topic))).toEqual([])
    expect(item.posts.filter((post) => !posts.has(post))).toEqual([])
  })

  it('has its attachments beside it', () => {
    const item = FrontMatter.parse(frontMatter)
    const files = [...('attachments' in item ? item.attachments : []), ...(('pictures' in item && item.pictures) || [])]
    const missing = files.filter(({ path }) => !existsSync(new URL(`${folder}/${path}`, contentRoot)))
    expect(missing).toEqual([])
  })

  it('starts its headings at the second level and has the sections of its kind', () => {
    const item = FrontMatter.parse(frontMatter)
    expect(body).not.toMatch(/^# /m)
    const headings = [...body.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '')
    const missing = headingsOfKind[item.kind].filter((wanted) => !headings.some((heading) => heading.match(wanted)))
    expect(missing).toEqual([])
  })

  it('is long enough to be useful and short enough to be read', () => {
    const item = FrontMatter.parse(frontMatter)
    const [atLeast, atMost] = item.kind === 'guide' && 'label' in item ? lengthOfMaterial : lengthOfKind[item.kind]
    const characters = body.replace(/\s/g, '').length
    expect(characters).toBeGreaterThanOrEqual(atLeast)
    expect(characters).toBeLessThanOrEqual(atMost)
  })
})

describe('the starter channel', () => {
  const items = files.map((file) => FrontMatter.parse(file.frontMatter))

  it('has unique identifiers and titles', () => {
    expect(new Set(items.map((item) => item.identifier)).size).toBe(items.length)
    expect(new Set(items.map((item) => item.title)).size).toBe(items.length)
  })

  it.each([
    ['policy', 14],
    ['template', 14],
    ['story', 12],
    ['guide', 7],
  ])('has enough items of kind %s', (kind, atLeast) => {
    expect(items.filter((item) => item.kind === kind).length).toBeGreaterThanOrEqual(atLeast)
  })

  it('gives no digest a date before the text it digests was issued', () => {
    const wrong = items.filter(
      (item) =>
        item.kind === 'policy' &&
        (item.effectiveFrom < item.issuedOn || (item.repealedOn !== undefined && item.repealedOn < item.effectiveFrom)),
    )
    expect(wrong).toEqual([])
  })

  it('contains no number that looks like an identity card or a mobile phone', () => {
    const leaking = files.filter((file) => /\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)/.test(file.body))
    expect(leaking.map((file) => file.name)).toEqual([])
  })

  it('mentions only templates that exist', () => {
    const titles = new Set(items.filter((item) => item.kind === 'template').flatMap((item) => [item.title]))
    const names = new Set(
      items.flatMap((item) =>
        item.kind === 'template' ? item.attachments.map((a) => a.name.replace('.docx', '')) : [],
      ),
    )
    const mentioned = files.flatMap((file) =>
      [...file.body.matchAll(/(?:可用本库|文书：)((?:《[^》]+》)+)/g)].flatMap((match) =>
        [...(match[1] ?? '').matchAll(/《([^》]+)》/g)].map((inner) => inner[1] ?? ''),
      ),
    )
    expect(mentioned.filter((title) => !titles.has(title) && !names.has(title))).toEqual([])
  })
})
