import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FilledSample, FormData } from '../../../library/templates/template-schema.ts'

/** The template that is filled: one a township gives out by the hundred, without a table. */
export const BENCH_TEMPLATE = 'gaoling-jintie-shenqingbiao'

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'
const NAMES = '安邦昌德恩芳贵海吉俊康丽明宁平庆荣盛桃文秀义英玉珍志'

/** Rows of different people who pass the template's checks. */
export function householdRows(projectRoot: string, count: number): FormData[] {
  const file = path.join(projectRoot, 'content/templates', `${BENCH_TEMPLATE}.good.sample.json`)
  const { data } = JSON.parse(readFileSync(file, 'utf8')) as FilledSample
  return Array.from({ length: count }, (_, index) => {
    const name = `${pick(SURNAMES, index)}${pick(NAMES, index * 7)}${pick(NAMES, index * 13 + (index >> 5))}`
    return { ...data, 姓名: name, 户名: name, 户籍地址: `青禾县云溪镇石桥村${(index % 9) + 1}组${index + 1}号` }
  })
}

const pick = (characters: string, index: number) => characters.charAt(index % characters.length)

/** The rows as a spreadsheet would give them (RFC 4180). */
export function toCsv(rows: readonly FormData[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const cell = (value: unknown) =>
    `"${String(value === true ? '是' : value === false ? '否' : value).replaceAll('"', '""')}"`
  return [
    columns.map(cell).join(','),
    ...rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(',')),
  ].join('\r\n')
}
