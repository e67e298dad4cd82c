import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import writeXlsxFile from 'write-excel-file/node'
import type { UnitProfile } from '../../library/templates/known/known-view.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const givenNames =
  '秀英 桂兰 建国 志强 玉梅 国庆 小红 春生 丽华 德明 桂芳 文斌 玉珍 大勇 明远 淑芬 海涛 月娥 永福 子轩'.split(' ')
export const villageNames = '上坪村 河口村 石桥村 新丰村 柳林村 双塘村 东岭村 红土村 白沙村 茶园村 大湾村 竹溪村'.split(
  ' ',
)

/** A number with its check digit, of a region that is on no map (GB 11643). */
export function residentId(birthDay: string, order: number): string {
  const body = `990101${birthDay}${String(order).padStart(3, '0')}`
  return body + '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11]
}

export interface Townsperson {
  readonly name: string
  readonly id: string
  readonly village: string
  readonly group: string
  readonly phone: string
  readonly head: string
  readonly relation: string
}

/** Nobody: the same people every time, by their number in the town. */
export function townsperson(at: number): Townsperson {
  const household = Math.floor(at / 3)
  const nameOf = (n: number) =>
    `${surnames[(n * 7 + (n >> 4)) % surnames.length]}${givenNames[(n * 3 + (n >> 5)) % givenNames.length]}`
  const day = `${1940 + ((at * 13) % 70)}${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`
  return {
    name: nameOf(at),
    id: residentId(day, at % 1000),
    village: villageNames[household % villageNames.length] ?? '',
    group: `${1 + (household % 9)}组`,
    phone: `139${String(10_000_000 + at * 37).padStart(8, '0')}`,
    head: nameOf(household * 3),
    relation: ['户主', '配偶', '子'][at % 3] ?? '',
  }
}

export const bookHeadings = ['姓名', '身份证号码', '村（社区）', '组别', '联系方式', '户主姓名', '与户主关系', '备注']

export const bookRows = (people: number) =>
  Array.from({ length: people }, (_, at) => {
    const { name, id, village, group, phone, head, relation } = townsperson(at)
    return [name, id, village, group, phone, head, relation, at % 50 === 0 ? '外出务工' : '']
  })

export const profile: UnitProfile = {
  values: {
    'county.name': '青禾县',
    'town.name': '溪口镇',
    'unit.name': '溪口镇人民政府',
    'unit.seal': '青禾县溪口镇人民政府',
    'unit.documentCode': '溪政',
    'unit.leader': '周明德',
    'unit.handler': '林小雨',
    'unit.phone': '0000-8100001',
  },
  villages: villageNames.map((name, at) => ({
    name,
    groups: ['一组', '二组', '三组', '四组'],
    secretary: townsperson(at * 31).name,
    phone: townsperson(at * 31).phone,
  })),
}

/** Writes a spreadsheet of text cells into a folder of its own; gives its path. */
export async function writeXlsx(name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'xinhuo-sheet-')), name)
  const data = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))
  writeFileSync(file, await writeXlsxFile(data).toBuffer())
  return file
}

/** Drops files on the place of the page that takes them, as a file manager does. */
export async function dropOn(page: Page, files: readonly { readonly name: string; readonly content: Buffer }[]) {
  const sent = files.map(({ name, content }) => ({ name, base64: content.toString('base64') }))
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const { name, base64 } of given) {
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name))
    }
    return data
  }, sent)
  for (const type of ['dragover', 'drop']) {
    await page.dispatchEvent('[data-takes-files]', type, { dataTransfer: transfer })
  }
}
