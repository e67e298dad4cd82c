import { describe, expect, it } from 'vitest'
import { makeDocx } from '../document/make-docx.ts'
import { check, grid, surroundingsOf, textDocx } from './check-desk.ts'

const GOOD = '11010519491231002X'
const OTHER = '430602199003071231'
const said = async (docx: Uint8Array) =>
  (await check(docx, await surroundingsOf())).findings.map(({ rule, severity, place }) =>
    [rule, severity, place.type === 'document' ? place.quote : ''].join(' '),
  )
const inText = (...lines: readonly string[]) => said(textDocx(...lines))
const inTable = (...rows: readonly (readonly string[])[]) => said(makeDocx({ body: grid(...rows) }))

describe('numbers that cannot be right', () => {
  it('finds a resident id with a wrong check digit or length, and lets right ones be', async () => {
    expect(await inText(`身份证号：${GOOD}，身份证号码${OTHER}`)).toEqual([])
    expect(await inText('身份证号：110105194912310021')).toEqual(['format must 110105194912310021'])
    expect(await inText('身份证号：1101051949123100')).toEqual(['format must 1101051949123100'])
    expect(await inTable(['姓名', '张三', '身份证号', '110105194912310021'])).toEqual([
      'format must 110105194912310021',
    ])
    expect(await inText('登记号110105194912310021')).toEqual(['format should 110105194912310021'])
  })

  it('finds a telephone number that is too short, by its label', async () => {
    expect(await inText('联系电话：1380013800')).toEqual(['format must 1380013800'])
    expect(await inText('联系电话：13800138000，0730-1234567，编号1380013800')).toEqual([])
    expect(await inTable(['联系电话', '12345678', '银行账号', '990000120100001241'])).toEqual([])
  })
})

describe('what contradicts itself', () => {
  it('finds one name with two ids, and one id with two names', async () => {
    expect(await inText(`张三，身份证号：${GOOD}。`, `经查，张三（身份证号：${OTHER}）属实。`)).toEqual([
      `contradiction must ${OTHER}`,
    ])
    expect(await inText(`张三，身份证号：${GOOD}。`, `李四，身份证号：${GOOD}。`)).toEqual([
      `contradiction must ${GOOD}`,
    ])
    expect(await inTable(['姓名', '身份证号'], ['张三', GOOD], ['李四', GOOD])).toEqual([`contradiction must ${GOOD}`])
  })

  it('reads no words before a name as another name', async () => {
    expect(await inText(`兹证明张三（身份证号：${GOOD}）属实。`, `张三，身份证号：${GOOD}。`)).toEqual([])
  })

  it('lets two people of one name be in a list', async () => {
    expect(await inTable(['姓名', '身份证号'], ['张三', GOOD], ['张三', OTHER])).toEqual([])
  })

  it('finds an amount in capitals that is another one in digits', async () => {
    expect(await inText('补助1200元（大写：壹仟叁佰元整）')).toEqual(['contradiction must 壹仟叁佰元整'])
    expect(await inText('人民币（大写）壹仟贰佰元整，小写¥1,200.00元')).toEqual([])
    expect(await inText('1亿元以上，60万元以下')).toEqual([])
    expect(await inText('补助1.2万元（大写：壹万贰仟元整），另付500元（大写：伍佰圆整）')).toEqual([])
  })

  it('finds totals that the rows do not add up to, and lets what is not added be', async () => {
    const rows = [
      ['村名', '户数', '单价', '金额（元）'],
      ['溪口村', '3', '100', '1,300.50'],
      ['上坪村', '4', '100', '/'],
    ]
    expect(await inTable(...rows, ['合计', '7', '100', '1300.50'])).toEqual([])
    expect(await inTable(...rows, ['合计', '8', '100', '1300.50'])).toEqual(['contradiction must 8'])
  })
})
