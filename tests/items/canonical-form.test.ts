import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalRevision } from '../../library/items/canonical-form.ts'
import type { RevisionContent } from '../../library/items/revision.schema.ts'
import { revisionContent } from './revision-content.ts'

const plain: RevisionContent = {
  format: 1,
  kind: 'policy',
  identifier: 'tudi-guanli-fa',
  title: '土地管理法',
  issuer: '全国人民代表大会常务委员会',
  issuedOn: '2019-08-26',
  topics: ['土地', '宅基地'],
  body: '第一条　为了加强土地管理，制定本法。\n\n第二条　中华人民共和国实行土地的社会主义公有制。',
}
const hash = (content: RevisionContent) => canonicalRevision(content).sha256

describe('canonical form', () => {
  it('is JSON after RFC 8785: sorted names, no white space, UTF-8, hashed with SHA-256', () => {
    const { json, sha256 } = canonicalRevision(plain)
    expect(json.startsWith('{"body":"第一条')).toBe(true)
    expect(json).toBe(JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(json)).sort())))
    expect(sha256).toBe(createHash('sha256').update(Buffer.from(json, 'utf8')).digest('hex'))
  })

  it('escapes only what RFC 8785 escapes', () => {
    expect(canonicalRevision({ ...plain, title: '"引号"\\与/斜线€' }).json).toContain('"\\"引号\\"\\\\与/斜线€"')
  })

  it.each<[string, Partial<RevisionContent>]>([
    ['CRLF line ends', { body: plain.body.replaceAll('\n', '\r\n') }],
    ['old Mac line ends', { body: plain.body.replaceAll('\n', '\r') }],
    ['blanks at line ends', { body: plain.body.replaceAll('\n\n', ' \t\n　\n') }],
    ['blank lines at either end and in runs', { body: `\n\n${plain.body.replace('\n\n', '\n\n\n\n')}\n\n` }],
    ['a byte order mark and zero-width characters', { body: `\uFEFF${plain.body.replace('土地', '土\u200B地')}` }],
    ['direction marks in the title', { title: '\u202E土地\u200F管理法\u202C' }],
    ['blanks around a name', { issuer: ' 全国人民代表大会常务委员会\n' }],
    ['empty lists', { posts: [], places: [], attachments: [], sources: [] }],
    ['empty texts', { description: '', label: ' ' }],
    ['undefined properties', { description: undefined, label: undefined }],
  ])('gives the same name to content with %s', (_, change) => {
    expect(hash({ ...plain, ...change })).toBe(hash(plain))
  })

  it('gives the same name to NFC and NFD in every text', () => {
    const accented: RevisionContent = {
      ...plain,
      title: 'Café 条例',
      issuer: 'Zürich 市',
      topics: ['Ünïcode'],
      sources: [{ title: 'Étude', note: 'ñ' }],
      description: 'é',
      body: 'naïve 文本',
    }
    const decomposed = JSON.parse(JSON.stringify(accented).normalize('NFD')) as RevisionContent
    expect(JSON.stringify(decomposed)).not.toBe(JSON.stringify(accented))
    expect(hash(decomposed)).toBe(hash(accented))
  })

  it('does not depend on the order of properties', () => {
    fc.assert(
      fc.property(revisionContent, fc.infiniteStream(fc.nat()), (content, random) => {
        const shuffled = Object.entries(content)
          .map((entry) => [random.next().value, entry] as const)
          .sort((a, b) => Number(a[0]) - Number(b[0]))
          .map(([, entry]) => entry)
        expect(hash(Object.fromEntries(shuffled) as RevisionContent)).toBe(hash(content))
      }),
      { numRuns: 100 },
    )
  })

  it('is the canonical form of itself', () => {
    fc.assert(
      fc.property(revisionContent, (content) => {
        const once = canonicalRevision(content)
        expect(canonicalRevision(once.content)).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })

  it('gives another name after any change of what is written', () => {
    fc.assert(
      fc.property(
        revisionContent,
        fc.constantFrom('title', 'issuer', 'body', 'label', 'issuedOn'),
        (content, field) => {
          const before = canonicalRevision(content).content
          const value =
            field === 'issuedOn' ? (before.issuedOn === '1999-09-09' ? '1999-09-10' : '1999-09-09') : undefined
          const changed = { ...before, [field]: value ?? `${before[field] ?? ''}改` }
          if (changed.title.length > 500) return
          expect(hash(changed)).not.toBe(hash(content))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('tells two orders of the same topics apart, for order is content', () => {
    expect(hash({ ...plain, topics: ['宅基地', '土地'] })).not.toBe(hash(plain))
  })

  it('keeps a line break typed as two blanks, as a visible mark', () => {
    expect(canonicalRevision({ ...plain, body: '甲方：张三  \n乙方：李四' }).content.body).toBe(
      '甲方：张三\\\n乙方：李四',
    )
  })

  it('keeps empty lines inside code', () => {
    const body = '```\n一\n\n\n二\n```'
    expect(canonicalRevision({ ...plain, body }).content.body).toBe(body)
  })

  it.each<[string, Record<string, unknown>]>([
    ['an unknown property', { path: '/home/x' }],
    ['null', { label: null }],
    ['an impossible date', { issuedOn: '2023-02-30' }],
    ['no title', { title: ' ' }],
    ['an identifier with blanks', { identifier: 'a b c' }],
  ])('refuses %s', (_, change) => {
    expect(() => canonicalRevision({ ...plain, ...change } as RevisionContent)).toThrow()
  })
})
