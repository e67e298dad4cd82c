import type { DocumentText, LocatedParagraph } from '../../reading/located-paragraph.ts'
import type { Fault } from '../rule.ts'

interface Named {
  readonly name: string
  readonly id: string
  readonly paragraph: LocatedParagraph
  readonly start: number
  readonly end: number
  /** In a list of people, where two may have the same name. */
  readonly listed: boolean
}

const ID = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g
const NAME_BEFORE =
  /(?:姓名|申请人|户主|当事人|被[\p{Script=Han}]{2,4}人|本人|甲方|乙方|承包人|承包方|负责人|村民|居民|兹有|原告|被告)?\s*[：:]?\s*([\p{Script=Han}·]{2,4})\s*[，,、（(；;\s]{1,3}(?:[男女]\s*[，,、；;]?\s*)?(?:[\p{Script=Han}]{1,3}族\s*[，,、；;]?\s*)?(?:公民)?(?:居民)?身份(?:证(?:件)?)?(?:号码?|证号)?\s*[：:为是]?\s*$/u

/** One name with two resident ids, and one resident id with two names. */
export function twoIdentities(document: DocumentText): Fault[] {
  const all = [...inSentences(document), ...inTables(document)]
  const faults: Fault[] = []
  const byName = new Map<string, Named>()
  const byId = new Map<string, Named>()
  for (const named of all) {
    const { name, id, paragraph, start, end } = named
    const sameName = byName.get(name)
    const sameId = byId.get(id)
    if (sameName && sameName.id !== id && !(sameName.listed && named.listed))
      faults.push({
        rule: 'contradiction',
        severity: 'must',
        says: `${name}的身份证号前后不一样。`,
        why: `前面写的是${sameName.id}。`,
        paragraph,
        start,
        end,
      })
    else if (sameId && !isSameName(sameId.name, name))
      faults.push({
        rule: 'contradiction',
        severity: 'must',
        says: `这个身份证号前面写的是${sameId.name}的，这里是${name}的。`,
        paragraph,
        start,
        end,
      })
    byName.set(name, sameName ?? named)
    byId.set(id, sameId ?? named)
  }
  return faults
}

/** What stands before a name may have been read with it: 证明张三 is 张三. */
const isSameName = (one: string, other: string) => one.endsWith(other) || other.endsWith(one)

function inSentences({ paragraphs }: DocumentText): Named[] {
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(ID)].flatMap((match) => {
      const name = NAME_BEFORE.exec(paragraph.text.slice(0, match.index))?.[1]
      if (name === undefined || /^(?:姓名|男|女|号码|证件|汉族)$/.test(name)) return []
      return [{ name, id: match[0].toUpperCase(), paragraph, start: match.index, end: match.index + 18, listed: false }]
    }),
  )
}

/** Rows below the heads 姓名 and 身份证号, and cells to the right of these words. */
function inTables({ paragraphs }: DocumentText): Named[] {
  const cells = paragraphs.filter((paragraph) => paragraph.cell && paragraph.text.trim() !== '')
  const found: Named[] = []
  for (const [, table] of Map.groupBy(cells, (paragraph) => paragraph.cell?.table)) {
    const rows = Map.groupBy(table, (paragraph) => paragraph.cell?.row ?? 0)
    let heads: { name: number; id: number } | undefined
    for (const [, row] of rows) {
      const bare = row.map((paragraph) => paragraph.text.replace(/\s/g, ''))
      const nameAt = bare.findIndex((text) => /(?:姓名|户主)$/.test(text))
      const idAt = bare.findIndex((text) => /身份证号码?$|公民身份号码$/.test(text))
      if (nameAt !== -1 && idAt !== -1) {
        const beside = { name: bare[nameAt + 1] ?? '', id: bare[idAt + 1] ?? '' }
        if (isName(beside.name) && /^\d{17}[\dXx]$/.test(beside.id)) {
          const paragraph = row[idAt + 1]
          if (paragraph) found.push(namedIn(beside.name, paragraph, false))
          heads = undefined
        } else {
          heads = { name: row[nameAt]?.cell?.column ?? -1, id: row[idAt]?.cell?.column ?? -1 }
        }
        continue
      }
      if (!heads) continue
      const { name: nameColumn, id: idColumn } = heads
      const name = row.find((paragraph) => paragraph.cell?.column === nameColumn)?.text.replace(/\s/g, '') ?? ''
      const id = row.find((paragraph) => paragraph.cell?.column === idColumn)
      if (id && isName(name) && /^\s*\d{17}[\dXx]\s*$/.test(id.text)) found.push(namedIn(name, id, true))
    }
  }
  return found
}

const isName = (text: string) => /^[\p{Script=Han}·]{2,10}$/u.test(text)

function namedIn(name: string, paragraph: LocatedParagraph, listed: boolean): Named {
  const start = paragraph.text.search(/\d/)
  return { name, id: paragraph.text.trim().toUpperCase(), paragraph, start, end: start + 18, listed }
}
