import type { TemplateSummary } from '../../../library/templates/template-view.ts'

export interface Narrowing {
  readonly topic?: string | undefined
  readonly post?: string | undefined
  /** Present for one's own templates only. */
  readonly own?: string | undefined
}

/** The templates of a topic and a post, in the order given. */
export function narrowed(templates: readonly TemplateSummary[], { topic, post, own }: Narrowing): TemplateSummary[] {
  return templates.filter(
    (template) =>
      (topic === undefined || template.topics.includes(topic)) &&
      (post === undefined || template.posts.includes(post)) &&
      (own === undefined || template.own),
  )
}

/** The topics or posts there are, most used first; the chosen one is always among them. */
export function choicesOf(
  templates: readonly TemplateSummary[],
  of: 'topics' | 'posts',
  chosen: string | undefined,
): string[] {
  const counts = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]])
  for (const name of templates.flatMap((template) => template[of])) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
}
