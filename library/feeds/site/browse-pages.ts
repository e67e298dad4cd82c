import { type BrowseType, browsePath } from './browse-paths.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import type { SiteFacts, SitePage } from './site-facts.ts'
import type { SiteStory } from './site-story.ts'
import { storyLines } from './story-card.ts'

const types: readonly {
  readonly type: BrowseType
  readonly says: string
  readonly of: (story: SiteStory) => readonly string[]
}[] = [
  { type: 'theme', says: '主题', of: ({ story }) => story?.story.themes ?? [] },
  { type: 'post', says: '岗位', of: ({ story }) => story?.content.posts ?? [] },
  { type: 'place', says: '地方', of: ({ story }) => story?.content.places ?? [] },
]
/** In the order of their sounds: nobody stands before others for being told about more. */
const bySound = new Intl.Collator('zh-CN')

/** The stories by theme, by post and by place. */
export function* browsePages(facts: SiteFacts): Generator<SitePage> {
  const told = facts.stories.filter(({ story }) => story)
  const groups = types.map(({ type, says, of }) => {
    const values = new Map<string, SiteStory[]>()
    for (const story of told) {
      for (const value of new Set(of(story))) {
        const those = values.get(value)
        if (those) those.push(story)
        else values.set(value, [story])
      }
    }
    return { type, says, values: [...values].sort(([a], [b]) => bySound.compare(a, b)) }
  })
  yield page(facts, {
    path: 'browse/index.html',
    title: '按主题、岗位、地方看',
    place: 'browse/index.html',
    type: 'listing',
    main: html`<header class="opening"><h1>按主题、岗位、地方看</h1></header>
${told.length === 0 && html`<p class="empty">还没有故事。</p>`}${groups
  .filter(({ values }) => values.length > 0)
  .map(
    ({
      type,
      says,
      values,
    }) => html`<section class="words" aria-labelledby="by-${type}"><h2 id="by-${type}">${says}</h2>
<ul>${values.map(([value]) => html`<li><a href="../${browsePath(type, value)}">${value}</a></li>`)}</ul></section>
`,
  )}`,
  })
  for (const { type, says, values } of groups) {
    for (const [value, stories] of values) {
      yield page(facts, {
        path: browsePath(type, value),
        title: value,
        place: 'browse/index.html',
        type: 'listing',
        main: html`<header class="opening"><p class="kicker"><a href="index.html">${says}</a></p><h1>${value}</h1></header>
${storyLines('../', stories)}`,
      })
    }
  }
}
