import { chineseDate, dayOf } from './chinese-dates.ts'
import { coverOf } from './cover-of.ts'
import { image } from './figure.ts'
import { type Html, html } from './html.ts'
import type { SiteFacts } from './site-facts.ts'
import type { SiteStory } from './site-story.ts'

/** A story where a few are shown: its picture, title and summary. */
export function storyCard(facts: SiteFacts, root: string, shown: SiteStory, size: 'lead' | 'card'): Html {
  const { story, withdrawal, path, title } = shown
  const cover = story && coverOf(story)
  const picture = cover === undefined ? undefined : facts.pictures.get(cover)
  const copy = picture && (size === 'lead' ? picture.large : (picture.small ?? picture.large))
  const alternative = story?.story.media.find(({ sha256 }) => sha256 === cover)?.alternative ?? ''
  const about = story && [...story.story.themes.slice(0, 1), ...(story.content.places ?? []).slice(-1)].join(' · ')
  const heading =
    size === 'lead'
      ? html`<h2><a href="${root}${path}">${title}</a></h2>`
      : html`<h3><a href="${root}${path}">${title}</a></h3>`
  return html`<article class="${size}${copy ? '' : ' without-picture'}">
${copy && html`<div class="frame">${image(root, copy, alternative, size === 'lead')}</div>\n`}<div class="words">
${about && html`<p class="kicker">${about}</p>\n`}${heading}
${withdrawal ? html`<p class="gone">已撤回</p>` : story?.content.description && html`<p>${story.content.description}</p>`}
</div>
</article>
`
}

/** Stories by year, newest first, one line each. */
export function storyLines(root: string, stories: readonly SiteStory[]): Html {
  const years = Map.groupBy(stories, ({ publishedAt }) => dayOf(publishedAt).slice(0, 4))
  return html`${[...years].map(
    ([year, told]) => html`<section class="year" aria-labelledby="year-${year}"><h2 id="year-${year}">${year}年</h2>
<ul class="lines">
${told.map(({ path, title, publishedAt, withdrawal, story }) => html`<li><a href="${root}${path}">${title}</a>${withdrawal && html` <span class="gone">已撤回</span>`}<small>${[...(story?.content.places ?? []).slice(-1), chineseDate(publishedAt)].join('，')}</small></li>\n`)}</ul></section>
`,
  )}`
}
