import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { RevisionContent } from '../../library/items/revision.schema.ts'

const awkward = [
  '第六十二条　农村村民一户只能拥有一处宅基地。',
  '第六十二条之一　【宅基地】按照第十条规定办理。',
  '第十条规定的条件，由村民委员会审查。',
  '## 第一章　总则',
  '### C#',
  '# ',
  '***',
  '---',
  '* * *',
  '===',
  '| 姓名 | 金额 |\n| --- | ---: |\n| 张三 | 1\\|000 |',
  '- 一\n  - 二\n    - 三\n\n      续',
  '1. 甲\n2. 乙\n\n   丙',
  '> 引用\n> 第二行',
  '```\n# 不是标题\n\n\n第一条 不是条文\n```',
  '~~~yaml\n---\n```\n~~~',
  '    缩进的代码',
  '行尾两个空格  \n换行',
  '\t制表符\t在中间',
  '<script>alert(1)</script> <b>粗</b> <!-- 注 -->',
  '&lt;&amp;&nbsp;&#65;',
  '\\*不是强调\\* 与 \\# 与 \\\\',
  '**粗**体和*斜*体、~~删~~、`码`、__下划线__、snake_case_name',
  '[链接](https://example.cn/a_(b)?x=1&y=2 "题") 与 <https://example.cn>',
  '[文字][参考]\n\n[参考]: https://example.cn',
  '（一）项目；\n\n（二）项目。',
  '𠮷野家与𰻞𰻞面，😀👨‍👩‍👧',
  '国发〔2024〕12号',
  '---\nxinhuo: 1\n---',
  '全角ＡＢＣ　１２３',
]

/** Markdown of the kinds that official documents, web pages and careless typing bring. */
export const markdownText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...awkward) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
      {
        weight: 1,
        arbitrary: fc.string({ unit: fc.constantFrom(...'#*_`~[]()<>!|\\-+=1. \n\t:&;第一条款文'), maxLength: 30 }),
      },
    ),
    { maxLength: 8 },
  )
  .chain((blocks) =>
    fc
      .array(fc.constantFrom('\n', '\n\n', '\n\n\n', ' '), { minLength: blocks.length, maxLength: blocks.length })
      .map((gaps) => blocks.map((block, index) => block + (gaps[index] ?? '')).join('')),
  )

const name = fc
  .oneof(
    fc.constantFrom(
      '民政局',
      '关于“低保”的通知: 一',
      'null',
      'true',
      '123',
      '2024-01-01',
      '- 项',
      '#号',
      '~',
      '{a: b}',
      "it's",
      '全　角',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .filter((text) => /[\p{L}\p{N}]/u.test(text))
const names = fc.array(name, { maxLength: 3 })
const day = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Content of a revision with any of its fields, but for attachments, whose bytes must exist. */
export const revisionContent: fc.Arbitrary<RevisionContent> = fc.record(
  {
    format: fc.constant(1 as const),
    kind: fc.constantFrom('policy' as const, 'template' as const, 'story' as const, 'guide' as const),
    identifier: fc.stringMatching(/^[a-z0-9][a-z0-9-]{2,40}$/),
    title: name,
    body: markdownText,
    alternative: names,
    label: name,
    issuer: name,
    documentNumber: name,
    issuedOn: day,
    effectiveFrom: day,
    repealedOn: day,
    expiresOn: day,
    topics: names,
    posts: names,
    places: names,
    description: fc.oneof(
      name,
      fc.array(name, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n  ')),
    ),
    sources: fc.array(fc.record({ title: name, note: name, url: fc.webUrl() }, { requiredKeys: ['title'] }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: ['format', 'kind', 'identifier', 'title', 'body'] },
)

/** The hash that names some bytes. */
export const sha256Of = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
