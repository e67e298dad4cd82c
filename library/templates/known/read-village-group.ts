/** 大塘村三组 → village 大塘村, group 三组; 三组 → group alone. */
export function readVillageGroup(text: string): { readonly village?: string; readonly group?: string } {
  const [, village, group] = /^(.*?(?:村民委员会|居委会|村委会|社区|村))(.*)$/.exec(text.trim()) ?? []
  // 自然村 and 新村 may be a group's own name: what follows decides.
  if (village === undefined || (group === '' && !/村$/.test(text))) return { group: text.trim() }
  const rest = (group ?? '')
    .replace(/^第(?=[\d一二三四五六七八九十])/, '')
    .replace(/村民小组$/, '组')
    .trim()
  return rest === '' ? { village } : { village, group: rest }
}
