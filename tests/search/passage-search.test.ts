import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passageIndexWriter } from '../../library/search/index/passage-index-writer.ts'
import { openSearchForWriting } from '../../library/search/open-search-database.ts'
import { answerGrouped, answerPassages } from '../../library/search/search-answer.ts'
import { parseQuery, type SearchFilters } from '../../library/search/search-query.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

let library: SmallLibrary
const find = (typed: string, filters: SearchFilters = {}) =>
  answerPassages(library.search, typed, filters, { limit: 100 })
const titles = (typed: string, filters: SearchFilters = {}) => [
  ...new Set(find(typed, filters).hits.map((hit) => hit.title)),
]
const places = (typed: string) => find(typed).hits.map((hit) => `${hit.title} ${hit.anchor}`)

beforeAll(async () => {
  library = await openSmallLibrary()
  await library.add(
    {
      title: '中华人民共和国土地管理法',
      issuer: '全国人民代表大会常务委员会',
      issuedOn: '2004-08-28',
      body: '第一条　旧的宗旨。\n\n第六十二条　农村村民一户只能拥有一处宅基地，旧文。',
    },
    {
      title: '中华人民共和国土地管理法',
      issuer: '全国人民代表大会常务委员会',
      issuedOn: '2019-08-26',
      body: '# 第一章　总则\n\n第一条　为了加强土地管理，制定本法。\n\n第二条　本法所称宅基地，是指建房用地。\n\n第六十二条　农村村民一户只能拥有一处宅基地。\n\n第六十二条之一　宅基地的退出。\n\n第六十三条　依照第六十二条规定办理。',
    },
    {
      title: '土地管理法实施条例',
      issuer: '国务院',
      issuedOn: '2021-07-02',
      documentNumber: '国令第743号',
      body: `第一条　根据《土地管理法》制定。土地管理法，土地管理法，土地管理法。\n\n第六十二条　罚则。`,
    },
    {
      title: '最低生活保障办法',
      kind: 'policy',
      issuer: '民政部',
      issuedOn: '2021-06-11',
      topics: ['社会救助'],
      alternative: ['低保办法'],
      body: '第12条 申请最低生活保障，应当提交材料。\n\n第13条 低保的申请由乡镇受理。',
    },
    { title: '怎么办低保', kind: 'guide', body: '## 材料\n\n低保，申请表一份。\n\n## 房子\n\n有一间房的也可以。' },
    { title: '关于春耕的通知', documentNumber: '国发〔2024〕12号', issuedOn: '2024-02-01', body: '各地要抓好春耕。' },
    { title: '旧规定', issuedOn: '1990-01-01', repealedOn: '2000-01-01', body: '宅基地的旧规定。' },
    { title: '将来办法', issuedOn: '2024-01-01', effectiveFrom: '2099-01-01', body: '将来的宅基地。' },
    { title: '鄉村振興條例', body: '推進鄉村振興。吃𰻞𰻞面，住𠮷野家。' },
    { title: '住房条例', body: '居住。' },
    { title: '承包解读', body: '《土地承包法》第五条、第七十八条讲的是流转。' },
  )
})
afterAll(() => library.close())

describe('searching', () => {
  it('finds passages that hold every word, wherever they stand', () => {
    expect(places('低保 申请')).toEqual(expect.arrayContaining(['最低生活保障办法 第13条', '怎么办低保 材料~2']))
    expect(titles('宅基地 退出')).toEqual(['中华人民共和国土地管理法'])
  })

  it('finds a single character, in texts and in titles', () => {
    expect(titles('房')).toEqual(expect.arrayContaining(['怎么办低保', '中华人民共和国土地管理法', '住房条例']))
  })

  it.each([
    ['乡村振兴', '鄉村振興條例'],
    ['鄉村振興', '鄉村振興條例'],
    ['𰻞𰻞面', '鄉村振興條例'],
    ['𠮷野家', '鄉村振興條例'],
    ['国发12号', '关于春耕的通知'],
    ['国发〔2024〕12号', '关于春耕的通知'],
    ['社会救助', '最低生活保障办法'],
    ['低保办法', '最低生活保障办法'],
    ['７４３', '土地管理法实施条例'],
  ])('finds by %s: %s', (typed, title) => {
    expect(titles(typed)[0]).toBe(title)
  })

  it.each(['土地管理法', '中华人民共和国土地管理法', '《土地管理法》', '土地 管理法'])(
    'puts first what is called %s, however often another text says so',
    (typed) => {
      expect(titles(typed)[0]).toBe('中华人民共和国土地管理法')
    },
  )

  it.each(['土地管理法 62条', '土地管理法第62条', '土地管理法第六十二条第一款'])(
    'goes to the provision by %s',
    (typed) => {
      expect(places(typed)[0]).toBe('中华人民共和国土地管理法 第六十二条')
    },
  )

  it('goes to the provision itself, not to those that refer to it or follow it', () => {
    expect(places('第六十二条')).toEqual(
      expect.arrayContaining(['中华人民共和国土地管理法 第六十二条', '土地管理法实施条例 第六十二条']),
    )
    expect(places('第六十二条')).toHaveLength(2)
    expect(places('第六十二条之一')).toEqual(['中华人民共和国土地管理法 第六十二条之一'])
  })

  it('finds what mentions a provision that is not here itself, and says so', () => {
    for (const typed of ['土地承包法 第七十八条', '土地承包法78条']) {
      const { hits } = find(typed)
      expect(hits.map((hit) => hit.title)).toEqual(['承包解读'])
      expect(hits[0]?.why).toBe('这里提到它，本库没有这一条的原文')
    }
    expect(find('土地承包法 第七十九条').hits.every(({ why }) => !why?.includes('提到'))).toBe(true)
  })

  it('says of what filters alone leave that it fits them', () => {
    const { hits } = answerPassages(library.search, 'kind:guide', {}, { limit: 5, explain: true })
    expect(new Set(hits.map(({ why }) => why))).toEqual(new Set(['符合所选的条件']))
  })

  it('goes to a provision that is printed in figures', () => {
    expect(places('第十二条')).toEqual(['最低生活保障办法 第12条'])
    expect(places('12条')).toEqual(['最低生活保障办法 第12条'])
  })

  it('finds a phrase only as it stands', () => {
    expect(places('"低保，申请"')).toEqual(['怎么办低保 材料~2'])
    expect(places('“一处宅基地”')).toEqual(['中华人民共和国土地管理法 第六十二条'])
    expect(titles('"国发〔2024〕12号"')).toEqual(['关于春耕的通知'])
    expect(titles('"发〔2024〕12号"')).toEqual(['关于春耕的通知'])
  })

  it('leaves out what is not wanted', () => {
    expect(places('低保 -申请表 -办法')).toEqual(['怎么办低保 房子~2'])
    expect(places('低保 -申请')).not.toContain('怎么办低保 材料~2')
    expect(places('第一条 -土地管理法第一条')).not.toContain('中华人民共和国土地管理法 第一条')
  })

  it('answers a miss with the nearest, and says so', () => {
    const answer = answerGrouped(library.search, '宅基第审批', {}, { limit: 10, offset: 0, sort: 'relevance' })
    expect(answer.items.length).toBeGreaterThan(0)
    expect(answer.nearest).toBe(true)
  })

  it('never puts a near match above an exact one, nor gives it a higher score', () => {
    for (const typed of ['一户只能拥有一处宅基地', '低保怎么申请', '什么是宅基地', '房', '第六十二条是什么']) {
      const { hits } = find(typed)
      for (const [index, hit] of hits.entries())
        expect(hit.score).toBeLessThanOrEqual(hits[index - 1]?.score ?? Infinity)
    }
    expect(places('农村村民一户只能拥有一处宅基地')[0]).toBe('中华人民共和国土地管理法 第六十二条')
  })

  it('finds nothing for nothing', () => {
    for (const typed of ['', ' ', '""', '-低保', '？']) expect(find(typed).total).toBe(0)
  })
})

describe('limits', () => {
  it('keep to kinds, issuers and days', () => {
    expect(titles('低保 kind:guide')).toEqual(['怎么办低保'])
    expect(titles('低保', { kinds: ['guide'] })).toEqual(['怎么办低保'])
    expect(titles('第六十二条 issuer:国务院')).toEqual(['土地管理法实施条例'])
    expect(titles('宅基地 after:2019-08-26 before:2019-08-26')).toEqual(['中华人民共和国土地管理法'])
    expect(titles('宅基地 after:2019-08-27')).toEqual(['将来办法'])
    expect(titles('低保 after:1900')).toEqual(['最低生活保障办法'])
  })

  it('look through other revisions only when a validity is asked for', () => {
    expect(find('旧文').hits.map((hit) => hit.validity)).toEqual([])
    expect(find('旧文', { validities: ['amended'] }).hits.map((hit) => hit.validity)).toEqual(['amended'])
    expect(titles('宅基地')).toEqual(expect.arrayContaining(['旧规定', '将来办法']))
    expect(titles('宅基地 in-force')).toEqual(['中华人民共和国土地管理法'])
    expect(titles('宅基地 validity:已废止')).toEqual(['旧规定'])
    expect(titles('宅基地 validity:not-yet')).toEqual(['将来办法'])
  })
})

describe('an answer', () => {
  it('groups by item, best passage first, with the rest counted', () => {
    const answer = answerGrouped(library.search, '宅基地', {}, { limit: 10, offset: 0, sort: 'relevance' })
    const law = answer.items.find((item) => item.title === '中华人民共和国土地管理法')
    expect(law?.found).toBe(3)
    expect(law?.passages.length).toBe(3)
    expect(answer.total).toBe(5)
    expect(answer.facets.kind).toEqual([{ value: 'policy', count: 3 }])
  })

  it('sorts by date when asked, the newest first', () => {
    const answer = answerGrouped(library.search, '宅基地', {}, { limit: 10, offset: 0, sort: 'date' })
    expect(answer.items.map((item) => item.issuedOn)).toEqual(['2024-01-01', '2019-08-26', '1990-01-01'])
  })

  it('names the source, the provision and the marked words of each hit', () => {
    const [hit] = find('土地管理法 一处宅基地').hits
    expect(hit).toMatchObject({ provision: '第六十二条', path: ['第一章 总则'], validity: 'in-force' })
    expect(hit?.source).toMatch(/\.md$/)
    expect(hit?.marks.map(([from, to]) => hit.snippet.slice(from, to))).toEqual(['一处宅基地'])
  })

  it('is taken from one state of the index, whatever is written meanwhile', async () => {
    const [outcome] = await library.add({ title: '临时', body: '临时的宅基地' })
    const query = parseQuery('"临时的宅基地"')
    const other = openSearchForWriting(library.paths.searchDatabase)
    library.search.consistently(() => {
      const [found] = library.search.match(query, {}).passages
      other.exec('BEGIN IMMEDIATE')
      passageIndexWriter(other).remove(outcome?.itemId ?? '')
      other.exec('COMMIT')
      expect(library.search.passage(found ?? 0).text).toBe('临时的宅基地')
    })
    other.close()
    expect(titles('"临时的宅基地"')).not.toContain('临时')
  })
})
