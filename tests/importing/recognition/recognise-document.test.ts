import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '../../../library/importing/recognition/recognise-document.ts'

const markdown = (name: string, ...blocks: string[]) =>
  recogniseDocument({ name, markdown: blocks.join('\n\n'), flat: false })
const flat = (name: string, ...blocks: string[]) =>
  recogniseDocument({ name, markdown: blocks.join('\n\n'), flat: true })

describe('a statute in Markdown with an information block', () => {
  const statute = markdown(
    '用水法(2021-04-29).md',
    '# 中华人民共和国用水法',
    '2020年5月28日 第十三届全国人民代表大会第三次会议通过',
    '2021年4月29日 第十三届全国人民代表大会常务委员会第二十八次会议修正',
    '<!-- INFO END -->',
    '## 第一章 总则',
    '第一条 为了节约用水，制定本法。',
    '第二条 本法自2020年7月1日起施行。',
  )

  it('takes title, issuer and date, the file name’s date first', () => {
    expect(statute).toMatchObject({ title: '中华人民共和国用水法', issuer: '全国人民代表大会', issuedOn: '2021-04-29' })
  })

  it('leaves the first day in force of an older version aside', () => {
    expect(statute.effectiveFrom).toBeUndefined()
  })

  it('keeps how it was passed as a first paragraph, and the text as it is', () => {
    expect(statute.body).toBe(
      '2020年5月28日 第十三届全国人民代表大会第三次会议通过　2021年4月29日 第十三届全国人民代表大会常务委员会第二十八次会议修正\n\n## 第一章 总则\n\n第一条 为了节约用水，制定本法。\n\n第二条 本法自2020年7月1日起施行。',
    )
  })
})

describe('a title in Markdown', () => {
  it('joins two headings above the text', () => {
    expect(markdown('人格权编.md', '# 中华人民共和国民法典', '# 人格权编', '第一条 甲。').title).toBe(
      '中华人民共和国民法典 人格权编',
    )
  })

  it('takes only the first when level one goes on being used for parts', () => {
    const read = markdown('办法.md', '# 用水办法', '# 第一章 总则', '第一条 甲。', '# 第二章 用水', '第二条 乙。')
    expect(read.title).toBe('用水办法')
    expect(read.body).toContain('# 第一章 总则')
  })

  it('that is set as one counts however long it is', () => {
    const long = '经营者应当遵守对消费者作出的有利承诺，对承诺的解释应当按照普通消费者的通常认知进行，不得任意缩小'
    expect(markdown('某案例.md', `# ${long}`, '正文。').title).toBe(long)
    expect(flat('某案例.txt', long, '正文。')).toMatchObject({ title: '某案例', body: `${long}\n\n正文。` })
  })

  it('falls back to the file name', () => {
    expect(markdown('用水办法.md', '正文只有一段。')).toMatchObject({ title: '用水办法', body: '正文只有一段。' })
  })

  it('loses the version’s date', () => {
    expect(markdown('x.md', '# 用水办法（2022-03-30）', '甲。')).toMatchObject({
      title: '用水办法',
      issuedOn: '2022-03-30',
    })
  })
})

describe('a notice as flat text', () => {
  const notice = flat(
    '新建文本文档.txt',
    '青禾县人民政府文件',
    '青政发【2024】12号',
    '青禾县人民政府关于印发',
    '《农村饮水管护办法》的通知',
    '各乡镇人民政府：',
    '现将《农村饮水管护办法》印发给你们。',
    '一、加强领导',
    '各乡镇要明确专人。',
    '本通知自2024年4月1日起施行，有效期至2029年3月31日。',
    '青禾县人民政府',
    '2024年3月5日',
    '附件1',
    '巡查记录表',
  )

  it('reads what stands at its head and its foot', () => {
    expect(notice).toMatchObject({
      title: '青禾县人民政府关于印发《农村饮水管护办法》的通知',
      issuer: '青禾县人民政府',
      documentNumber: '青政发〔2024〕12号',
      issuedOn: '2024-03-05',
      effectiveFrom: '2024-04-01',
      expiresOn: '2029-03-31',
    })
  })

  it('keeps the text from the salutation on', () => {
    expect(notice.body.startsWith('各乡镇人民政府：\n\n')).toBe(true)
    expect(notice.body).toContain('## 一、加强领导')
    expect(notice.body).toContain('附件1')
  })
})

describe('a rule as flat text', () => {
  it('sets its outline, drops its contents and takes the day it was issued as the day in force', () => {
    const rule = flat(
      '用水办法.txt',
      '用水办法',
      '（2024年3月5日青禾县人民政府令第3号公布　自公布之日起施行）',
      '目录',
      '第一章 总则',
      '第二章 用水',
      '第一章 总则',
      '第一条 为了节约用水，制定本办法。',
      '第二章 用水',
      '第二条 本办法自公布之日起施行。',
    )
    expect(rule).toMatchObject({
      title: '用水办法',
      documentNumber: '青禾县人民政府令第3号',
      issuer: '青禾县人民政府',
      issuedOn: '2024-03-05',
      effectiveFrom: '2024-03-05',
    })
    expect(rule.body).toBe(
      '（2024年3月5日青禾县人民政府令第3号公布　自公布之日起施行）\n\n## 第一章　总则\n\n第一条　为了节约用水，制定本办法。\n\n## 第二章　用水\n\n第二条　本办法自公布之日起施行。',
    )
  })
})

it('reads the same text the same way every time', () => {
  const blocks = ['用水办法', '第一条 甲。', '第二条 乙。']
  expect(flat('a.txt', ...blocks)).toEqual(flat('a.txt', ...blocks))
})

describe('a line that is not the title after all', () => {
  it('stays in the text when the file states another title', () => {
    const read = recogniseDocument({ name: 'x.html', markdown: '首页\n\n第一段。', flat: true, title: '用水办法' })
    expect(read).toMatchObject({ title: '用水办法', body: '首页\n\n第一段。' })
    expect(recogniseDocument({ name: 'x.md', markdown: '# 别的\n\n正文。', flat: false, title: '用水办法' }).body).toBe(
      '# 别的\n\n正文。',
    )
  })

  it('stays when it is all there is', () => {
    expect(flat('新建文本文档.txt', '请到窗口领取申请表')).toMatchObject({
      title: '请到窗口领取申请表',
      body: '请到窗口领取申请表',
    })
  })
})
