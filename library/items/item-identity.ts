import { createHash } from 'node:crypto'
import type { RevisionContent } from './revision.schema.ts'

/** Genres whose titles repeat from year to year while each document stands alone. */
const ONE_OFF_GENRE = /(通知|意见|函|批复|通报|公告|通告|请示|报告|纪要|命令|决定|公报|答复)(（[^）]*）)?$/
/** Words of central bodies' names (农业农村部, 住房和城乡建设部, 国家市场监督管理总局) that hold the word for a place and name none. */
const NO_PLACE = /城乡|农村|乡村|乡镇|城镇|村镇|市场|城市|区域|区划|社区|联盟|同盟/g
const LOCAL_PLACE = /省|自治区|市|县|区|旗|州|盟|乡|镇|街道|村/
/** 土地管理法（2019年修正）: which version it is, not which law. */
const VERSION_NOTE = /\((?:19|20)\d{2}年?(?:第?[一二三四五六七八九十]次)?(?:修正|修订|修改)(?:版|本|文本)?\)$/

/** The title without what differs between writings of the same title: 书名号, spaces, the state's name, width, （2019年修正）. */
export function identityTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s《》〈〉「」"“”]/g, '')
    .replace(VERSION_NOTE, '')
    .replace(/^中华人民共和国(?=.)/, '')
    .toLowerCase()
}

/**
 * The key under which documents count as versions of one item.
 * Statutes of one title are versions of each other; notices are told apart by their document
 * number, and texts of local issuers by the issuer, since every county has its own 实施办法.
 */
export function identityKey(content: Pick<RevisionContent, 'kind' | 'title' | 'issuer' | 'documentNumber'>): string {
  const parts: string[] = [content.kind, identityTitle(content.title)]
  if (content.documentNumber && ONE_OFF_GENRE.test(content.title)) parts.push(content.documentNumber)
  if (content.issuer && isLocal(content.issuer)) parts.push(content.issuer)
  return parts.join('\n')
}

const isLocal = (issuer: string) => LOCAL_PLACE.test(issuer.replace(NO_PLACE, ''))

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** An item's id from its identity key: the same on every machine, 16 characters of base32 (80 bits). */
export function itemIdOf(key: string): string {
  const digest = createHash('sha256').update(key).digest()
  let bits = 0n
  for (const byte of digest.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte)
  let id = ''
  for (let i = 15; i >= 0; i--) id += BASE32.charAt(Number((bits >> BigInt(i * 5)) & 31n))
  return id
}

/** 土地管理法 for 中华人民共和国土地管理法: the short title used in citations. */
export function citationTitle(title: string): string {
  const bare = title.replace(/^《(.+)》$/, '$1')
  return bare.replace(/^中华人民共和国(?=.+(法|条例|规定|办法|细则|法典)(\s|$|（))/, '')
}
