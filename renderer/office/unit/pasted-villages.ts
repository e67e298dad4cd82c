import { readCells } from '../../templates/fields/pasted-rows.ts'
import { emptyVillage, type VillageRow } from './unit-profile.ts'

type Column = 'name' | 'groups' | 'secretary' | 'phone'

const order: readonly Column[] = ['name', 'groups', 'secretary', 'phone']

/**
 * Rows of a spreadsheet put over a list of villages: a village of the same name is changed, another is added. A first
 * row of headings says which columns are meant; without one they are name, groups, secretary, phone.
 */
export function pasteVillages(villages: readonly VillageRow[], text: string): VillageRow[] {
  const cells = readCells(text)
  const headings = (cells[0] ?? []).map(columnOf)
  const headed = headings.includes('name') && headings.filter((column) => column !== undefined).length > 1
  const columns = headed ? headings : order
  const result = villages.filter(({ name }) => name.trim() !== '')
  for (const line of headed ? cells.slice(1) : cells) {
    const row: Partial<Record<Column, string>> = {}
    line.forEach((cell, at) => {
      const column = columns[at]
      if (column !== undefined && cell.trim() !== '') row[column] = cell.trim().replace(/\s*\n\s*/g, '、')
    })
    if (!row.name) continue
    const place = result.findIndex(({ name }) => name.trim() === row.name)
    if (place >= 0) result[place] = { ...(result[place] ?? emptyVillage()), ...row }
    else result.push({ ...emptyVillage(), ...row })
  }
  return result
}

function columnOf(heading: string): Column | undefined {
  const words = heading.replace(/[\s（(].*$/u, '')
  if (/电话|手机|联系方式/.test(words)) return 'phone'
  if (/书记|支书|主任|负责人/.test(words)) return 'secretary'
  if (/组/.test(words) && !/^村组$/.test(words)) return 'groups'
  return /^(行政)?村(名|名称|（社区）|社区)?$|^村委会(名称)?$|^社区(名称)?$/.test(words) ? 'name' : undefined
}
