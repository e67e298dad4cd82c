import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, html } from '../../../library/feeds/site/html.ts'
import { readStretches, sanitized } from '../../../library/feeds/site/rich-text.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const words = (markdown: string) =>
  readStretches(markdown).map((one) =>
    one.type === 'words' ? one.html.text : one.type === 'heading' ? `# ${one.text}` : `! ${one.alt}`,
  )

describe('a story’s Markdown', () => {
  it('is cut at its headings and pictures, wherever the pictures stand', () => {
    expect(words(`开头\n\n## 什么情况\n\n第一段\n![一](sha256:${A})\n\n- 甲\n- 乙 ![二](sha256:${B})\n\n结尾`)).toEqual(
      [
        '<p>开头</p>',
        '# 什么情况',
        '<p>第一段</p>',
        '! 一',
        '<ul>\n<li>甲</li>\n<li>乙 </li>\n</ul>',
        '! 二',
        '<p>结尾</p>',
      ],
    )
    expect(words(`![一](sha256:${A})\n![二](sha256:${B})`)).toEqual(['! 一', '! 二'])
  })

  it('shows pictures of the library only, and keeps the words of others', () => {
    expect(words('![外面](http://x/a.png)')).toEqual(['<p>外面</p>'])
  })

  it('leads outside with care, and nowhere else', () => {
    expect(words('[网站](https://example.cn/) [条目](xinhuo://item/x) [脚本](javascript:alert(1))')[0]).toBe(
      '<p><a href="https://example.cn/" rel="noreferrer noopener">网站</a> <span>条目</span> [脚本](javascript:alert(1))</p>',
    )
  })

  it('brings in nothing that runs, whatever it is made of', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '`',
      '\n',
      '\n\n',
      '## ',
      '- ',
      '[',
      '](',
      ')',
      '![',
      'script',
      'onerror=',
      'javascript:',
      'sha256:',
      A,
      '\ue000',
      '|',
      '*',
      '字',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const one of readStretches(parts.join(''))) {
          if (one.type !== 'words') continue
          expect(one.html.text).not.toMatch(
            /<(?!\/?(?:p|br|ul|ol|li|blockquote|pre|code|hr|strong|em|s|span|table|thead|tbody|tr|th|td)\b|a href="(?:https?:\/\/|mailto:)|\/a>)/,
          )
          expect(one.html.text).not.toMatch(/<[^>]+\son\w+=/i)
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('text in HTML', () => {
  it('is escaped, and only what is HTML already stays so', () => {
    expect(
      html`<p title="${'"><script>'}">${'a & b'}${html`<b>${1}</b>`}${undefined}${false}${['<', html`<i>`]}</p>`.text,
    ).toBe('<p title="&quot;&gt;&lt;script&gt;">a &amp; b<b>1</b>&lt;<i></p>')
  })

  it('loses what is not for reading', () => {
    expect(escapeText('a\u0000b\u202ec\ud800d\n')).toBe('abc\ufffdd\n')
  })

  it('is sanitised from anybody’s hand', () => {
    expect(sanitized('<p onclick="x()">条<script>x()</script><img src=x onerror=x()><iframe></iframe></p>').text).toBe(
      '<p>条</p>',
    )
  })
})
