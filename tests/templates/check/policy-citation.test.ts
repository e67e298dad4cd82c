import { describe, expect, it } from 'vitest'
import { check, quotes, surroundingsOf, textDocx } from './check-desk.ts'

const provisions = (count: number) =>
  Array.from({ length: count }, (_, index) => `第${'一二三四五六七八九十'.charAt(index)}条 为了试验，如实登记。`).join(
    '\n\n',
  )
const POLICIES = [
  { title: '中华人民共和国山林法', issuedOn: '2019-08-26', body: provisions(8) },
  { title: '中华人民共和国山林法', issuedOn: '2004-08-28', body: provisions(6) },
  { title: '临时救助试行办法', repealedOn: '2023-01-01', documentNumber: '云政发〔2015〕3号', body: provisions(4) },
  {
    title: '中华人民共和国山水法',
    body: `${provisions(4)}\n\n第五条 本法自2021年1月1日起施行。《中华人民共和国河湖法》、《中华人民共和国溪流法》同时废止。`,
  },
  { title: '关于村务公开的通知', documentNumber: '云政发〔2024〕7号', issuedOn: '2024-05-01' },
  { title: '防火条例', effectiveFrom: '2027-03-01', body: provisions(4) },
]
const look = async (text: string) => check(textDocx(text), await surroundingsOf({ policies: POLICIES }))

describe('policies that a document cites', () => {
  it.each([
    ['《临时救助试行办法》', 'superseded-policy', ['must 《临时救助试行办法》']],
    ['依照《河湖法》第三条', 'superseded-policy', ['must 《河湖法》']],
    ['《中华人民共和国山林法》（2004年修正）', 'superseded-policy', ['must 《中华人民共和国山林法》（2004年修正）']],
    ['《山林法》第九条、第三条', 'unknown-policy', ['must 第九条']],
    ['《山林法》第62条', 'unknown-policy', ['must 第62条']],
    [
      '《关于村务公开的通知》（云政发〔2021〕7号）',
      'unknown-policy',
      ['should 《关于村务公开的通知》（云政发〔2021〕7号）'],
    ],
    ['按照云政发〔2015〕3号文件', 'superseded-policy', ['must 云政发〔2015〕3号']],
    ['按《防火条例》', 'superseded-policy', ['should 《防火条例》']],
  ] as const)('%s', async (text, rule, expected) => {
    expect(quotes(await look(text), rule)).toEqual(expected)
  })

  it.each([
    '根据《中华人民共和国山林法》第八条第二款第（三）项、《山林法》（2019年修正）',
    '原《河湖法》规定，《临时救助试行办法》同时废止',
    '《关于村务公开的通知》（云政发〔2024〕7号）',
    '填写《低保申请表》，附《张三的请假申请》',
    '《云岭县山林管理办法》（以下简称办法）',
    '读《乡土中国》',
    '按照云政发〔2024〕7号文件，云政发〔2015〕3号同时废止',
  ])('%s is right', async (text) => {
    expect((await look(text)).findings).toEqual([])
  })

  it('names the one in force and the clause that says so, and offers it where no provision is cited', async () => {
    const [finding] = (await look('依照《中华人民共和国河湖法》办理')).findings
    expect(finding?.why).toBe('《山水法》第五条写明它同时废止。')
    expect(finding?.related).toMatchObject({ title: '中华人民共和国山水法', anchor: '第五条' })
    expect(finding?.repair?.replacement).toBe('《中华人民共和国山水法》')
    expect((await look('依照《河湖法》第三条')).findings[0]?.repair).toBeUndefined()
  })

  it('names what a publisher put in the place of what it took back', async () => {
    const policies = [{ title: '救助办法（旧）' }, { title: '新救助办法' }]
    const withdrawn = { title: '救助办法（旧）', reason: '合并到新的办法。', replacedBy: '新救助办法' }
    const surroundings = await surroundingsOf({ policies, withdrawn })
    const { findings } = await check(textDocx('根据《救助办法（旧）》办理'), surroundings)
    expect(
      findings.map(({ rule, severity, why, repair, related }) => [
        rule,
        severity,
        why,
        repair?.replacement,
        related?.title,
      ]),
    ).toEqual([['superseded-policy', 'must', '合并到新的办法。现在是《新救助办法》。', '《新救助办法》', '新救助办法']])
  })

  it('offers the right title for a slip of the hand', async () => {
    const [finding] = (await look('根据《中华人民共和国山林发》')).findings
    expect(
      [finding, (await look('根据《关于村务公开通知》')).findings[0]].map((one) => one?.repair?.replacement),
    ).toEqual([undefined, '《关于村务公开的通知》'])
  })
})
