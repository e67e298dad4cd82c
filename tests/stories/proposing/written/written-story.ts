/** A story as somebody might have written it, with what a careful reader finds in it. */
export interface WrittenStory {
  readonly name: string
  readonly style: '简报' | '通讯' | '典型案例' | '记录' | '表格'
  /**
   * In front of a sentence stands where it belongs, for it and those after it: `[p]` 什么情况, `[d]` 做了什么, `[f]` 哪里没做好,
   * `[r]` 结果, `[c]` 不要照搬, `[-]` none of these. The marks are taken out before the text is read.
   */
  readonly text: string
  readonly gold: Gold
}

/** `?` behind a word: right, but nobody has to find it. */
export interface Gold {
  readonly title: string
  readonly places: readonly string[]
  /** From and to. */
  readonly days?: readonly [string?, string?]
  readonly people: readonly string[]
  readonly heroes?: readonly string[]
  readonly posts?: readonly string[]
  readonly themes?: readonly string[]
  readonly topics?: readonly string[]
  readonly groups?: readonly string[]
  /** Words that stand in the value. */
  readonly cost?: Partial<Readonly<Record<'people' | 'money' | 'time' | 'powers', string>>>
  readonly how?: string
  readonly kinds?: readonly string[]
  readonly quotes?: readonly (readonly [text: string, by: string])[]
  /** 《土地管理法》第六十二条 as `土地管理法 第六十二条`. */
  readonly policies?: readonly string[]
  readonly from?: readonly string[]
  readonly summary?: string
}

const MARK = /\[([pdfrc-])\]/g

/** The text as it is read. */
export const plainText = (story: WrittenStory): string => story.text.replace(MARK, '').trim()

/** Each sentence with the section it belongs to. */
export function markedSentences(story: WrittenStory): { section: string; text: string }[] {
  const sections: Readonly<Record<string, string>> = {
    p: 'problem',
    d: 'done',
    f: 'failed',
    r: 'result',
    c: 'caution',
    '-': 'none',
  }
  let section = 'none'
  return story.text.split(/(?=\[[pdfrc-]\])/).flatMap((part) => {
    const mark = /^\[([pdfrc-])\]/.exec(part)
    if (mark) section = sections[mark[1] ?? ''] ?? 'none'
    return part
      .replace(MARK, '')
      .split(/\n|(?<=[。！？])(?!”)|(?<=[。！？]”)/)
      .map((text) => text.trim())
      .filter((text) => text.length > 5)
      .map((text) => ({ section, text }))
  })
}
