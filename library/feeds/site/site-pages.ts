import { aboutPage, notFoundPage } from './about-pages.ts'
import { browsePages } from './browse-pages.ts'
import { answersPage, archivePage, changesPage, indexPage, issuePage } from './issue-pages.ts'
import type { SiteFacts, SitePage } from './site-facts.ts'
import { storyPage } from './story-page.ts'

/** Every page but the search, those that others lead to first: stories, lists, and the first page last. */
export function* sitePages(facts: SiteFacts): Generator<SitePage> {
  for (const issue of facts.issues) {
    for (const [index, story] of issue.stories.entries()) {
      yield storyPage(facts, story, { before: issue.stories[index - 1], after: issue.stories[index + 1] })
    }
  }
  yield* browsePages(facts)
  for (const [index, issue] of facts.issues.entries()) {
    yield issuePage(facts, issue, facts.issues[index - 1], facts.issues[index + 1])
  }
  yield archivePage(facts)
  yield answersPage(facts)
  yield changesPage(facts)
  yield aboutPage(facts)
  yield notFoundPage(facts)
  yield indexPage(facts)
}
