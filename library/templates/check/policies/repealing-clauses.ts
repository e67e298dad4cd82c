/** Where a policy in force says that another one ends. */
export interface RepealingClause {
  readonly itemId: string
  readonly title: string
  /** 第一千二百六十条 */
  readonly anchor: string | undefined
}

/** 本法自2021年1月1日起施行。《中华人民共和国婚姻法》、《…》同时废止。 */
const CLAUSE = /[^。\\]{2,800}同时废止/g
/** A title that ends as a whole, not one provision of it. */
const WHOLE_TITLE = /《([^《》]{2,100})》(?!第|中的|有关|关于)/g
const PROVISION_BEFORE =
  /\\n(?:\*\*)?(第[一二三四五六七八九十百千零〇]+条)(?![\s\S]*\\n(?:\*\*)?第[一二三四五六七八九十百千零〇]+条)/

/** The titles that texts declare ended, each with who says so. A text that ends one of its own title says nothing new. */
export function readRepealingClauses(
  texts: readonly { readonly itemId: string; readonly title: string; readonly content: string }[],
  keyOf: (title: string) => string,
): Map<string, RepealingClause> {
  const clauses = new Map<string, RepealingClause>()
  for (const { itemId, title, content } of texts) {
    for (const clause of content.matchAll(CLAUSE)) {
      const anchor = PROVISION_BEFORE.exec(content.slice(Math.max(0, clause.index - 1000), clause.index + 2))?.[1]
      for (const named of clause[0].matchAll(WHOLE_TITLE)) {
        const key = keyOf(named[1] ?? '')
        if (key !== keyOf(title) && !clauses.has(key)) clauses.set(key, { itemId, title, anchor })
      }
    }
  }
  return clauses
}
