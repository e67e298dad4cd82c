import { describe, expect, it } from 'vitest'
import { htmlToMarkdown } from '../../../library/importing/readers/html-to-markdown.ts'
import { readDocument } from '../../../library/importing/readers/read-document.ts'
import { encodeGbk } from './gb18030.ts'
import { onePixel } from './office-file.ts'

const read = (html: string | Uint8Array, name = 'x.html') => readDocument({ name, bytes: Buffer.from(html) })

describe('a web page', () => {
  it('gives its title and text without what stands around it', async () => {
    const document = await read(
      '<html><head><title>用水办法_青禾县人民政府网站</title></head><body><nav>首页 &gt; 文件</nav><div><p>　　第一条 为了节约用水，制定本办法。</p></div><footer>版权所有</footer></body></html>',
    )
    expect(document).toMatchObject({ title: '用水办法', body: '第一条　为了节约用水，制定本办法。' })
  })

  it('leaves out menus, trails and footers by their names, but never the body of the page', async () => {
    const menu = '<ul class="main-nav"><li>首页</li></ul><div id="breadcrumb">首页 &gt; 公开</div>'
    const page = `<body>${menu}<div class="content"><h1>用水办法</h1><p>节约用水。</p></div><div class="footer">主办单位</div></body>`
    expect((await read(page)).body).toBe('节约用水。')
    expect(
      (await read(`<body><div class="footer"><h1>用水办法</h1><p>${'节约用水。'.repeat(500)}</p></div></body>`)).title,
    ).toBe('用水办法')
  })

  it('goes by the title that government sites mark', async () => {
    const document = await read(
      '<head><meta name="ArticleTitle" content="用水办法"><title>青禾要闻</title></head><body><p>正文。</p></body>',
    )
    expect(document.title).toBe('用水办法')
  })

  it('is read in the encoding it declares', async () => {
    const html =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><h1>用水办法</h1><p>节约用水。</p></body></html>'
    expect(await read(encodeGbk(html))).toMatchObject({ title: '用水办法', body: '节约用水。', warnings: [] })
  })

  it('saved as one file is read too', async () => {
    const html = '<html><body><h1>用水办法</h1><p>节约用水。</p></body></html>'
    const mhtml = `From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----x"\r\n\r\n------x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n------x--\r\n`
    expect(await read(mhtml, 'x.mht')).toMatchObject({ title: '用水办法', body: '节约用水。' })
  })
})

describe('htmlToMarkdown', () => {
  it.each([
    ['<p>甲<script>alert(1)</script>乙</p>', '甲乙'],
    ['<p>甲<style>p{}</style></p>', '甲'],
    ['<a href="javascript:alert(1)">点我</a>', '点我'],
    ['<a href="java&#115;cript:alert(1)">点我</a>', '点我'],
    ['<p onclick="x()">甲</p>', '甲'],
    ['<iframe src="http://x">甲</iframe>乙', '乙'],
    ['<svg><script>x</script><text>甲</text></svg>乙', '乙'],
    ['<img src="http://x/a.png" alt="图">', '〔图片：图〕'],
    ['<img src=x onerror=alert(1)>甲', '甲'],
    ['<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '\\<script\\>alert(1)\\</script\\>'],
    ['<object data="x.swf"></object><embed src="x">甲', '甲'],
    ['<form action="http://x"><input value="甲"></form>乙', '乙'],
    [
      '<base href="http://x"><link rel=stylesheet href="http://x"><meta http-equiv=refresh content="0;url=http://x">甲',
      '甲',
    ],
    ['<p style="background:url(http://x)">甲</p>', '甲'],
  ])('takes what acts or fetches out of %s', (html, markdown) => {
    expect(htmlToMarkdown(html).markdown).toBe(markdown)
  })

  it('keeps headings, lists, emphasis and links', () => {
    const html =
      '<h2>要求</h2><ul><li>甲</li><li>乙<ol><li>丙</li></ol></li></ul><p><b>要</b><del>删</del> <a href="https://example.com/">网址</a></p>'
    expect(htmlToMarkdown(html).markdown).toBe(
      '## 要求\n\n-   甲\n-   乙\n    1.  丙\n\n**要**~~删~~ [网址](https://example.com/)',
    )
  })

  it('spreads merged cells over a table', () => {
    const html =
      '<table><tr><th>村</th><th colspan=2>户</th></tr><tr><td rowspan=2>柳溪</td><td>甲|乙</td><td>1</td></tr><tr><td>丙<br>丁</td><td></td></tr></table>'
    expect(htmlToMarkdown(html).markdown).toBe(
      '| 村 | 户 |  |\n| --- | --- | --- |\n| 柳溪 | 甲\\|乙 | 1 |\n| 柳溪 | 丙　丁 |  |',
    )
  })

  it('reads a table of one column as paragraphs', () => {
    expect(htmlToMarkdown('<table><tr><td><p>甲</p><p>乙</p></td></tr></table>').markdown).toBe('甲\n\n乙')
  })

  it('makes blobs of pictures written into the page', () => {
    const { markdown, blobs } = htmlToMarkdown(
      `<img alt="公章" src="data:image/png;base64,${onePixel.toString('base64')}">`,
    )
    expect(blobs).toHaveLength(1)
    expect(markdown).toBe(`![公章](sha256:${blobs[0]?.sha256})`)
  })

  it('does not take a drawing with scripts for a picture', () => {
    const { markdown, blobs, picturesLost } = htmlToMarkdown('<img alt="图" src="data:image/svg+xml;base64,PHN2Zz4=">')
    expect([markdown, blobs, picturesLost]).toEqual(['〔图片：图〕', [], 1])
  })

  it('refuses a table that spreads without end', () => {
    const html = `<table>${`<tr>${'<td rowspan=9999 colspan=9999>甲</td>'.repeat(40)}</tr>`.repeat(200)}</table>`
    expect(() => htmlToMarkdown(html)).toThrow(expect.objectContaining({ code: 'FILE_OUTPUT_TOO_LARGE' }))
  })
})
