/** What the name of an organ that issues documents ends with. */
const organEnd =
  '(?:人民政府办公厅|人民政府办公室|人民政府|国务院办公厅|国务院|人民代表大会常务委员会|人民代表大会|人民法院|人民检察院|委员会办公室|委员会|办公厅|办公室|领导小组|指挥部|管理局|监督局|总局|中心|委|部|厅|局|署|院|会|行|处|站|所)'
const wholeOrgan = new RegExp(`^[\\p{Script=Han}（）()·]{0,36}${organEnd}$`, 'u')
const passed =
  /([\p{Script=Han}]*?)第[一二三四五六七八九十百]+届(全国人民代表大会|[\p{Script=Han}]*?人民代表大会)(常务委员会)?/u

/** Names an organ the way people do: without the state's name or white space, or the number of a session. */
export function normaliseOrgan(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, '')
    .replace(/^(?:由|经|以)/, '')
    .replace(/第[一二三四五六七八九十百]+届/g, '')
    .replaceAll('中华人民共和国', '')
}

/** True when a whole line names an organ, or several. */
export function isOrganLine(line: string): boolean {
  const names = splitOrgans(line)
  return names.length > 0 && names.every((name) => name.length >= 2 && wholeOrgan.test(name))
}

/** The organs of a line or a list, parted by 、, spaces or and. */
export function splitOrgans(text: string): string[] {
  return text
    .trim()
    .split(/[、，,\s\u3000]+/)
    .filter((name) => name !== '')
}

/** Joint issuers as one string, in the order given, each once: 最高人民法院、最高人民检察院. */
export function joinOrgans(names: readonly string[]): string | undefined {
  const unique = [...new Set(names.map(normaliseOrgan).filter((name) => name.length >= 2))]
  const named = unique.filter((name) => !/^[我本该]/.test(name))
  return named.length === 0 ? undefined : named.join('、')
}

/**
 * The organs that an enactment statement without its date names as passing or issuing:
 * 第十三届全国人民代表大会常务委员会第十二次会议通过 → 全国人民代表大会常务委员会.
 */
export function issuersOfEnactment(statement: string): string[] {
  const text = statement.replace(/[\s\u3000]+/g, '').replace(/《.*?》|〈.*?〉/g, '')
  const congress = passed.exec(text)
  if (congress) return [`${congress[1] ?? ''}${congress[2]}${congress[3] ?? ''}`]
  if (/^中华人民共和国全国人民代表大会公告|^全国人民代表大会公告/.test(text)) return ['全国人民代表大会']
  const committees = [
    ...text.matchAll(/(最高人民法院|最高人民检察院)(?:审判委员会|第[一二三四五六七八九十]+届检察委员会|检察委员会)/g),
  ]
  if (committees.length > 0) return committees.map((match) => match[1] ?? '')
  const meeting =
    /^(?:由|经)?([\p{Script=Han}]{2,20}?)(?:\d{4}年)?第?[0-9０-９一二三四五六七八九十百〇]*次?(?:[部署局委室厅院]务|常务|部长办公|主席办公|全体|政治局)?会议/u.exec(
      text,
    )
  if (meeting) return splitOrgans((meeting[1] ?? '').replace(/第$/, ''))
  const issued =
    /^(?:由|经)?([\p{Script=Han}、第0-9０-９号令]{2,60}?)(?:公告)?(?:令|第?[0-9０-９一二三四五六七八九十百〇]+号令?|以[^以]*通知)?(?:第[0-9０-９一二三四五六七八九十百〇]+号)?(?:发布|公布|印发|制定|颁布|批准|修订|施行|(?<=号)$)/u.exec(
      text,
    )
  if (!issued) return []
  return splitOrgans((issued[1] ?? '').replace(/(?:令|公告)?第?[0-9０-９一二三四五六七八九十百〇]+号令?/g, '')).map(
    (name) => name.replace(/(?:令|公告)$/, ''),
  )
}

/**
 * The organ that opens a title: 国务院关于…的决定, 最高人民法院、最高人民检察院关于…的解释.
 * @returns undefined when the title does not begin with organs followed by 关于 or the like
 */
export function issuerOfTitle(title: string): string | undefined {
  const match = /^([\p{Script=Han}、（）\s\u3000]{2,80}?)(?:关于|印发|转发|公告|令)/u.exec(title)
  if (!match?.[1] || !isOrganLine(match[1])) return undefined
  return joinOrgans(splitOrgans(match[1]))
}
