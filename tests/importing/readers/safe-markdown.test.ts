import { describe, expect, it } from 'vitest'
import { defuseMarkdown } from '../../../library/importing/readers/safe-markdown.ts'

const picture = `![图](sha256:${'a'.repeat(64)})`

describe('defuseMarkdown', () => {
  it.each([
    ['[点我](javascript:alert(1))', '点我'],
    ['[点我](JaVaScRiPt:alert(1))', '点我'],
    ['[点我](java&#115;cript:alert)', '点我'],
    ['[点我](&#x6A;avascript:alert)', '点我'],
    ['[点我](javascript&colon;alert)', '点我'],
    ['[点我](java\\script:x)', '点我'],
    ['[点我](<javascript:alert(1)>)', '点我'],
    ['[点我](vbscript:x "题")', '点我'],
    ['[点我](data:text/html;base64,AAAA)', '点我'],
    ['[点我](file:///etc/passwd)', '点我'],
    ['[点我](//example.com/x)', '点我'],
    ['![图](http://example.com/a.png)', '[图](http://example.com/a.png)'],
    ['![图](../../a.png)', '〔图片：图〕'],
    ['<javascript:alert(1)>', 'javascript：alert(1)'],
    ['[a]: javascript:alert(1)', '[a]: #'],
  ])('makes %s harmless', (written, safe) => {
    expect(defuseMarkdown(written)).toBe(safe)
  })

  it.each([
    '[网址](https://example.com/a?b=1)',
    '[信箱](mailto:a@example.com)',
    '[下文](#第二条)',
    picture,
    '见[1]和（2）',
    '<b>原样</b>',
    '[附件](附件.docx)',
    '[1]: 民发〔2023〕1号',
  ])('leaves %s alone', (written) => {
    expect(defuseMarkdown(written)).toBe(written)
  })

  it('keeps pictures that come with the document', () => {
    expect(defuseMarkdown('![图](objects/ab/cd)', new Set(['objects/ab/cd']))).toBe('![图](objects/ab/cd)')
  })

  it('takes no more time for a text of nothing but brackets', () => {
    const started = performance.now()
    defuseMarkdown(`${'['.repeat(100_000)}](x)`)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
