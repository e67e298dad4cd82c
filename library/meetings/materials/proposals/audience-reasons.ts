import type { Level } from '../cited.schema.ts'

const LEVEL_NAMES: Readonly<Record<Exclude<Level, 'all'>, string>> = {
  beginner: '初级',
  intermediate: '中级',
  advanced: '高级',
}

/** Why something fits those a meeting is for. */
export function audienceReasons(
  proposal: { readonly posts: readonly string[]; readonly level?: Level | undefined },
  audience: { readonly posts: readonly string[]; readonly level: Level },
): string[] {
  const posts = proposal.posts.filter((post) => audience.posts.includes(post))
  const { level } = proposal
  return [
    ...(posts.length > 0 ? [`和${posts.slice(0, 3).join('、')}有关`] : []),
    ...(level !== undefined && level !== 'all' && level === audience.level ? [`给${LEVEL_NAMES[level]}的`] : []),
  ]
}
