import fc from 'fast-check'
import { StoryRecord } from '../../library/stories/story.schema.ts'

/** Pieces of text that mean something to Markdown, HTML, or the library, between harmless ones. */
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('村民说', '修好了水渠', '共三户', '第二天', '花了四百元。', ' ', '，', 'ab', '12'),
  },
  fc.constantFrom(
    ...['\n', '\n\n', '\n\n\n', '  \n', '\t', '    '],
    ...[
      '#',
      '## 结果怎么样',
      '# ',
      '###### x',
      '=====',
      '-----',
      '***',
      '---',
      '> ',
      '>',
      '- ',
      '* ',
      '+ ',
      '1. ',
      '2) ',
    ],
    ...[
      '**',
      '*',
      '_',
      '__',
      '~~',
      '`',
      '```',
      '~~~',
      '\\',
      '|',
      '| a | b |\n|---|---|',
      ':-',
      '|\n:-',
      '[',
      ']',
      '(',
      ')',
      '!',
    ],
    ...[
      '[x](javascript:alert(1))',
      '[x](https://a.b/c_(d)?e=1&f=2)',
      '![图](sha256:00)',
      '![a](http://x)',
      '<http://x.y>',
    ],
    ...[
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '</p>',
      '<!--',
      '-->',
      '&lt;',
      '&amp;',
      '&#60;',
      '&',
    ],
    ...['第三条', '第三条 甲', '**第十二条**', '第十二条之一　乙', '第1条', '怎么知道的：', '图：', '## 原话', '——'],
    ...['[a]: http://x', '[a]', '《土地管理法》第六十二条', '\u202e', '\u200b', '\u0000', '\ud83d\ude00', '﷽'],
  ),
)
export const hostileText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const line = (most: number) => hostileText.map((text) => [...text].slice(0, most).join('').toWellFormed().trim())
const name = fc.constantFrom('王秀芝', '李明', '李明华', '欧阳春', '张三', 'Anna Li', '王 五')
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const ids = (prefix: string) => (values: readonly object[]) =>
  values.map((value, at) => ({ id: `${prefix}-${at}`, ...value }))

const people = fc
  .array(
    fc.record(
      {
        name,
        alias: optional(line(10)),
        part: fc.constantFrom('hero', 'took-part', 'was-helped', 'told'),
        minor: fc.boolean(),
      },
      { requiredKeys: ['name', 'part'] },
    ),
    { maxLength: 4 },
  )
  .map(ids('person'))

/** Any record that the schema takes, with everything in its texts that could become something else. */
export const hostileRecord: fc.Arbitrary<StoryRecord> = fc
  .record({
    title: line(60),
    summary: optional(line(60)),
    places: fc.array(line(20), { maxLength: 3 }),
    people,
    problem: hostileText,
    done: hostileText,
    cost: fc.record({ people: optional(line(40)), money: optional(line(40)) }),
    failed: hostileText,
    result: hostileText,
    evidence: fc.record({
      how: hostileText,
      kinds: fc.uniqueArray(fc.constantFrom('told', 'seen', 'picture', 'document', 'register', 'statistics')),
    }),
    caution: hostileText,
    policies: fc.array(
      fc.record({ title: line(40), provision: optional(fc.constantFrom('第三条', '第十二条之一', '第四条第二款')) }),
      { maxLength: 3 },
    ),
    quotes: fc.array(fc.record({ text: line(80), by: line(20) }), { maxLength: 3 }).map(ids('quote')),
    media: fc
      .array(
        fc.record({
          sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
          name: fc.constant('照片.jpg'),
          mediaType: fc.constantFrom('image/jpeg', 'video/mp4'),
          size: fc.constant(10),
          caption: optional(line(40)),
          alternative: optional(line(40)),
          section: optional(fc.constantFrom('problem', 'done', 'cost', 'failed', 'result', 'caution')),
        }),
        { maxLength: 3 },
      )
      .map(ids('media')),
    consents: fc.constant([]),
  })
  .map((record) => StoryRecord.parse(JSON.parse(JSON.stringify({ format: 1, ...record }))))
