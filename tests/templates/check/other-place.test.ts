import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../../library/templates/check/places/find-places.ts'
import { knownPlaces } from '../../../library/templates/check/places/known-places.ts'
import { check, quotes, surroundingsOf, textDocx } from './check-desk.ts'

const found = async (text: string, given: Parameters<typeof surroundingsOf>[0] = {}) =>
  quotes(await check(textDocx(text), await surroundingsOf(given)), 'other-place')

describe('the gazetteer', () => {
  it('knows every province and prefecture, and the counties below', () => {
    const names = [...knownPlaces()].filter(([, places]) => places.some((place) => place.level === 'province'))
    expect(names.length).toBe(34)
    expect(knownPlaces().size).toBeGreaterThan(2900)
    expect(knownPlaces().get('平江县')?.[0]).toMatchObject({ level: 'county', city: '岳阳市', province: '湖南省' })
    expect(knownPlaces().get('恩施州')?.[0]?.name).toBe('恩施土家族苗族自治州')
  })

  it.each([
    '由镇政府会同县民政局办理',
    '沿海城市和复兴城市',
    '湘西山区、湖南山区',
    '长沙市区以外的乡村振兴区域',
    '各级党委和县政府，省、市和县',
    '村民权益和现代县域经济，经费县级承担',
    '海口市场监管',
    '自然资源县级调查，会同县、乡',
    '管理县级财政，面临县城改造',
  ])('takes no everyday words for places: %s', (text) => {
    expect(
      findPlaces(text)
        .map(({ name }) => name)
        .filter((name) => name !== '长沙市' && name !== '海口市'),
    ).toEqual([])
  })

  it.each([
    ['湖北省荆州市监利市新沟镇', ['湖北省', '荆州市', '监利市']],
    ['吉林省吉林市船营区', ['吉林省', '吉林市', '船营区']],
    ['马鞍山市和县', ['马鞍山市', '和县']],
    ['报浏阳市民政局', ['浏阳市']],
    ['恩施土家族苗族自治州', ['恩施土家族苗族自治州']],
  ])('finds %s', (text, names) => {
    expect(findPlaces(text).map(({ name }) => name)).toEqual(names)
  })
})

describe("another place's name", () => {
  it('must go where the own town follows it, or where an office is named alone', async () => {
    expect(await found('兹有浏阳市溪口镇居民张三')).toEqual(['must 浏阳市'])
    expect(await found('兹有青山县溪口镇居民张三')).toEqual(['must 青山县'])
    expect(await found('白石镇人民政府')).toEqual(['must 白石镇'])
  })

  it.each([
    ['报浏阳市民政局审批', ['should 浏阳市']],
    ['报青山县民政局审批', ['should 青山县']],
    ['经白石镇人民政府研究', ['should 白石镇']],
    ['下湾村村民委员会评议', ['should 下湾村']],
    ['溪口镇下湾村三组', ['should 下湾村']],
    ['下湾村', ['should 下湾村']],
    ['白石镇中学', ['should 白石镇']],
    ['报：青山县委办公室', ['should 青山县']],
  ])('%s should be looked at', async (text, expected) => {
    expect(await found(text)).toEqual(expected)
  })

  it.each([
    '云岭县溪口镇溪口村张家组',
    '溪口镇人民政府会同县民政局，报云岭县人民政府',
    '各村村民委员会，镇属各站所，全县各乡镇人民政府',
    '根据《浏阳市临时救助办法》办理',
    '籍贯：湖北省监利市',
    '赴浙江省安吉县考察学习',
    '本村村民委员会、该镇人民政府、所在村党支部',
    '恳请县政府支持，由镇长主持，在镇政府三楼开会',
    '溪口村民委员会',
    '农村集体经济组织',
    '有关镇村，行政村、自然村和城乡社区',
    '落实包村责任。下辖12个行政村、1个社区居委会，适宜城市居民',
    '全县乡村振兴现场会，各县市区、各乡镇街道，县驻镇各站所，国道县道沿线各村',
    '更换村道路灯，召开村民会议，撤销乡、民族乡',
  ])('%s is right here', async (text) => {
    expect(await found(text)).toEqual([])
  })

  it('is right once the office says so', async () => {
    expect(await found('经白石镇人民政府研究', { places: ['白石镇'] })).toEqual([])
  })

  it('knows the city and province above the own county by itself', async () => {
    const profile = { values: { 'county.name': '平江县' }, villages: [] } as const
    expect(await found('湖南省岳阳市平江县', { profile })).toEqual([])
    expect(await found('湖南省长沙市浏阳市', { profile })).toEqual(['should 长沙市', 'should 浏阳市'])
  })

  it('offers the own name of the same level', async () => {
    const { findings } = await check(textDocx('报浏阳市民政局审批'), await surroundingsOf())
    expect(findings[0]?.repair).toEqual({ label: '改为“云岭县”', replacement: '云岭县' })
  })

  it('is what differs from the rest of the document while there is no profile', async () => {
    const lines = [
      '云岭县溪口镇人民政府文件',
      '各村：',
      '报云岭县民政局，由溪口镇人民政府办理。',
      '云岭县溪口镇张三',
      '报浏阳市民政局备案。',
    ]
    const { findings } = await check(
      textDocx(...lines),
      await surroundingsOf({ profile: { values: {}, villages: [] } }),
    )
    expect(findings.map(({ rule, says }) => [rule, says])).toEqual([
      ['check-not-run', '别处的地名没有对照单位资料：还没有填单位资料。'],
      ['other-place', '“浏阳市”和文中其他地方不一样，别处都是“云岭县”。'],
    ])
  })

  it('lets provinces and cities be where nobody knows the own ones', async () => {
    expect(await found('湖南省岳阳市云岭县溪口镇')).toEqual([])
  })

  it('says that it was not looked for while there is no profile, and only where there are places', async () => {
    const profile = { values: {}, villages: [] }
    expect(await found('报浏阳市民政局审批', { profile })).toEqual([])
    const surroundings = await surroundingsOf({ profile })
    const withPlace = await check(textDocx('报浏阳市民政局审批'), surroundings)
    expect(withPlace.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['check-not-run', 'should']])
    expect((await check(textDocx('会议改到明天。'), surroundings)).findings).toEqual([])
  })
})
