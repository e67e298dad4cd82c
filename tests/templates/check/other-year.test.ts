import { describe, expect, it } from 'vitest'
import { makeDocx } from '../document/make-docx.ts'
import { check, grid, line, quotes, surroundingsOf, textDocx } from './check-desk.ts'

const found = async (...lines: readonly string[]) =>
  quotes(await check(textDocx(...lines), await surroundingsOf()), 'other-year')
/** In a document of 21 November 2026. */
const dated = (...lines: readonly string[]) => found(...lines, '溪口镇人民政府', '2026年11月21日')

describe('days and years that do not fit', () => {
  it.each([
    ['定于2026年2月30日召开', 'must 2026年2月30日'],
    ['自二〇二六年十三月一日起', 'must 二〇二六年十三月一日'],
    ['定于11月21日（星期五）召开', 'must 五'],
    ['定于2026年11月20日（周四）召开', 'must 四'],
    ['公示期2026年11月20日至2026年11月10日', 'must 2026年11月20日至2026年11月10日'],
    ['公示期为2026年11月20日至11月10日', 'must 2026年11月20日至11月10日'],
    ['今年（2025年）以来', 'must 2025'],
    ['本年度（二〇二五年）', 'must 二〇二五'],
    ['2024年（去年）', 'must 2024'],
    ['请各村于2025年12月10日前报送', 'must 2025年12月10日'],
    ['报名截止时间：2026年10月1日', 'must 2026年10月1日'],
    ['申请日期：2024年3月2日', 'should 2024年3月2日'],
  ])('%s', async (text, quote) => {
    expect(await dated(text)).toEqual([quote])
  })

  it.each([
    '自2018年以来，累计救助三十户',
    '《土地管理法》（2019年修正）第六十二条',
    '张三，1962年3月5日出生',
    '今年（2026年）以来，明年（2027年）将继续',
    '请于2026年12月10日前报送',
    '已于2025年12月10日前全部办结',
    '定于11月21日（星期六）召开',
    '公示期为2026年12月25日至2027年1月5日',
    '公示期为2026年11月1日至11月10日',
    '合同编号2019-12-01-001，电话0730-2025-3333',
    '房屋建于2003年5月，2015年6月1日前取得的除外',
  ])('%s fits', async (text) => {
    expect(await dated(text)).toEqual([])
  })

  it("measures by the document's own day, and says so only once of an old document", async () => {
    expect(await found('今年（2019年）以来', '请于2019年12月10日前报送', '2019年11月21日')).toEqual([
      'should 2019年11月21日',
    ])
  })

  it('finds a title of another year, but not one that looks back', async () => {
    expect(await dated('关于做好2024年度低保申报工作的通知')).toEqual(['should 2024'])
    expect(await dated('关于2025年度工作总结的报告')).toEqual([])
    expect(await dated('关于印发《2021—2030年规划》的通知')).toEqual([])
  })

  it("finds a document number of another year than the document's", async () => {
    expect(await dated('溪政发〔2025〕12号', '关于防火的通知')).toEqual(['must 2025'])
    expect(await dated('溪政发〔2026〕12号', '根据云政发〔2023〕5号文件')).toEqual([])
  })

  it('finds the one day of last year among days of this, but no beginning of a period and nothing that happened then', async () => {
    const around = ['2026年11月10日召开筹备会，2026年11月12日布置。']
    expect(await dated(...around, '2025年11月15日再次检查。')).toEqual(['should 2025年11月15日'])
    expect(await dated(...around, '自2025年11月15日起至2026年11月15日。')).toEqual([])
    expect(await dated(...around, '2025年11月15日住院治疗。')).toEqual([])
    expect(await dated(...around, '2025年3月15日检查过一次。')).toEqual([])
  })

  it('reads the day behind a signature', async () => {
    expect(await dated('申请人（签名）：2024年3月2日')).toEqual(['should 2024年3月2日'])
  })

  it('reads the day beside its label in a form', async () => {
    const body = grid(['填表日期', '2023年3月2日'], ['出生日期', '1962年3月2日']) + line('2026年11月21日')
    expect(quotes(await check(makeDocx({ body }), await surroundingsOf()), 'other-year')).toEqual([
      'should 2023年3月2日',
    ])
  })
})
