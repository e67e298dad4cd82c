import type { ItemKind } from '../../../library/items/item-kind.ts'

/** A condition as a person puts it together. */
export interface QueryParts {
  readonly words: string
  readonly kind: ItemKind | ''
  readonly topic: string
  readonly inForce: boolean
}

export const noParts: QueryParts = { words: '', kind: '', topic: '', inForce: false }

const kindNames: Record<ItemKind, string> = { policy: '政策', template: '文书', story: '故事', guide: '指南' }

/** The condition in the search grammar, as people read it: `类别:政策 主题:乡村振兴 时效:现行 宅基地`. */
export function composeQuery({ words, kind, topic, inForce }: QueryParts): string {
  const parts = [
    kind && `类别:${kindNames[kind]}`,
    topic && `主题:${/\s/.test(topic) ? `"${topic}"` : topic}`,
    inForce && '时效:现行',
    words.trim().replace(/\s+/g, ' '),
  ]
  return parts.filter(Boolean).join(' ')
}
