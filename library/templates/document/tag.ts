/** What stands between the braces of a placeholder. */
export interface Tag {
  readonly type: 'value' | 'open' | 'unless' | 'close'
  /** The field's name; empty for a bare `{/}`. */
  readonly name: string
  readonly filters: readonly string[]
  /** `{#婚姻状况=已婚}` and `≠`. */
  readonly compare?: { readonly equal: boolean; readonly value: string } | undefined
}

/** Reads `家庭成员`, `#家庭成员`, `^开关`, `#婚姻状况=已婚`, `身份证号|遮`, `/`; spaces around do not count. */
export function parseTag(inside: string): Tag {
  const text = inside.replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '').trim()
  const mark = /^[#＃^＾/]/.exec(text)?.[0]
  const rest = (mark ? text.slice(mark.length) : text).trim()
  if (mark === '/') return { type: 'close', name: rest, filters: [] }
  if (mark === undefined) {
    const [name = '', ...filters] = rest.split(/[|｜]/).map((part) => part.trim())
    return { type: 'value', name, filters }
  }
  const type = mark === '^' || mark === '＾' ? 'unless' : 'open'
  const compare = /^(.*?)\s*(!=|！=|≠|==|=|＝)\s*(.*)$/s.exec(rest)
  if (!compare) return { type, name: rest, filters: [] }
  const [, name = '', sign = '', value = ''] = compare
  const equal = !/[!！≠]/.test(sign)
  return { type, name: name.trim(), filters: [], compare: { equal, value: unquoted(value.trim()) } }
}

const unquoted = (text: string) => text.replace(/^(["“'‘])(.*)["”'’]$/s, '$2')
