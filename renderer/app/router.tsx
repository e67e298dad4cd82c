import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { LoadingNotice } from '../design/loading-notice.tsx'
import type { LibraryAddress } from '../library/library-filters.ts'
import { MATERIALS_ADDRESS, type MaterialsAddress } from '../materials/list/materials-address.ts'
import type { MineAddress } from '../office/mine/mine-address.ts'
import type { PublishingAddress } from '../publishing/publishing-address.ts'
import type { SearchAddress } from '../search/search-filters.ts'
import type { StoriesAddress } from '../stories/list/stories-address.ts'
import { DeskFailed } from './desk-failed.tsx'
import { NotFound } from './not-found.tsx'
import { parsePlainSearch, stringifyPlainSearch } from './plain-search.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (given: Record<string, unknown>): SearchAddress =>
    strings(given, ['q', 'kind', 'validity', 'issuer', 'topic', 'channel', 'after', 'before', 'sort', 'page']),
  component: lazyRouteComponent(() => import('../search/search-page.tsx'), 'SearchPage'),
})

/** Where a passage is read: `/item/ID?revision=HEX&q=words#anchor`. */
const item = createRoute({
  getParentRoute: () => root,
  path: '/item/$itemId',
  validateSearch: (given: Record<string, unknown>): { revision?: string | undefined; q?: string | undefined } =>
    strings(given, ['revision', 'q']),
  component: lazyRouteComponent(() => import('../reading/item-page.tsx'), 'ItemPage'),
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/item/$itemId/compare',
  validateSearch: (given: Record<string, unknown>): { from?: string | undefined; to?: string | undefined } =>
    strings(given, ['from', 'to']),
  component: lazyRouteComponent(() => import('../reading/compare-page.tsx'), 'ComparePage'),
})

const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  validateSearch: (given: Record<string, unknown>): LibraryAddress =>
    strings(given, ['kind', 'topic', 'validity', 'q', 'sort', 'page']),
  component: lazyRouteComponent(() => import('../library/library-page.tsx'), 'LibraryPage'),
})

const favourites = createRoute({
  getParentRoute: () => root,
  path: '/favourites',
  component: lazyRouteComponent(() => import('../favourites/favourites-page.tsx'), 'FavouritesPage'),
})

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('../importing/import-page.tsx'), 'ImportPage'),
})

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: (given: Record<string, unknown>): { tab?: string | undefined } => strings(given, ['tab']),
  component: lazyRouteComponent(() => import('../feedback/reports-page.tsx'), 'ReportsPage'),
})

const publishing = createRoute({
  getParentRoute: () => root,
  path: '/publishing',
  validateSearch: (given: Record<string, unknown>): PublishingAddress => strings(given, ['channel', 'part']),
  component: lazyRouteComponent(() => import('../publishing/publishing-page.tsx'), 'PublishingPage'),
})

const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  validateSearch: (
    given: Record<string, unknown>,
  ): { q?: string | undefined; topic?: string | undefined; post?: string | undefined; own?: string | undefined } =>
    strings(given, ['q', 'topic', 'post', 'own']),
  component: lazyRouteComponent(() => import('../templates/browse/templates-page.tsx'), 'TemplatesPage'),
})

const newTemplate = createRoute({
  getParentRoute: () => root,
  path: '/templates/new',
  component: lazyRouteComponent(() => import('../templates/own/own-template-page.tsx'), 'NewTemplatePage'),
})

const template = createRoute({
  getParentRoute: () => root,
  path: '/templates/$itemId',
  validateSearch: (given: Record<string, unknown>): { revision?: string | undefined } => strings(given, ['revision']),
  component: lazyRouteComponent(() => import('../templates/page/template-page.tsx'), 'TemplatePage'),
})

const changeTemplate = createRoute({
  getParentRoute: () => root,
  path: '/templates/$itemId/edit',
  component: lazyRouteComponent(() => import('../templates/own/own-template-page.tsx'), 'ChangeTemplatePage'),
})

const form = createRoute({
  getParentRoute: () => root,
  path: '/forms/$formId',
  component: lazyRouteComponent(() => import('../templates/form/form-page.tsx'), 'FormPage'),
})

const myForms = createRoute({
  getParentRoute: () => root,
  path: '/templates/mine',
  validateSearch: (given: Record<string, unknown>): MineAddress =>
    strings(given, ['q', 'state', 'template', 'batch', 'page']),
  component: lazyRouteComponent(() => import('../office/mine/mine-page.tsx'), 'MinePage'),
})

const documentCheck = createRoute({
  getParentRoute: () => root,
  path: '/templates/check',
  component: lazyRouteComponent(() => import('../office/check/check-page.tsx'), 'CheckPage'),
})

const ledgers = createRoute({
  getParentRoute: () => root,
  path: '/templates/ledgers',
  component: lazyRouteComponent(() => import('../office/ledgers/ledgers-page.tsx'), 'LedgersPage'),
})

const batch = createRoute({
  getParentRoute: () => root,
  path: '/templates/batch/$templateId',
  component: lazyRouteComponent(() => import('../office/batch/batch-page.tsx'), 'BatchPage'),
})

const unit = createRoute({
  getParentRoute: () => root,
  path: '/office/unit',
  component: lazyRouteComponent(() => import('../office/unit/unit-page.tsx'), 'UnitPage'),
})

const book = createRoute({
  getParentRoute: () => root,
  path: '/office/book',
  validateSearch: (given: Record<string, unknown>): { entry?: string | undefined } => strings(given, ['entry']),
  component: lazyRouteComponent(() => import('../office/book/book-page.tsx'), 'BookPage'),
})

const feeds = createRoute({
  getParentRoute: () => root,
  path: '/feeds',
  component: lazyRouteComponent(() => import('../feeds/list/feeds-page.tsx'), 'FeedsPage'),
})

const balance = createRoute({
  getParentRoute: () => root,
  path: '/feeds/balance',
  validateSearch: (
    given: Record<string, unknown>,
  ): { feed?: string | undefined; from?: string | undefined; until?: string | undefined } =>
    strings(given, ['feed', 'from', 'until']),
  component: lazyRouteComponent(() => import('../feeds/balance/balance-page.tsx'), 'BalancePage'),
})

const responses = createRoute({
  getParentRoute: () => root,
  path: '/feeds/responses',
  validateSearch: (
    given: Record<string, unknown>,
  ): { part?: string | undefined; feed?: string | undefined; story?: string | undefined; page?: string | undefined } =>
    strings(given, ['part', 'feed', 'story', 'page']),
  component: lazyRouteComponent(() => import('../feeds/responses/responses-page.tsx'), 'ResponsesPage'),
})

const feed = createRoute({
  getParentRoute: () => root,
  path: '/feeds/$feedId',
  validateSearch: (given: Record<string, unknown>): { part?: string | undefined } => strings(given, ['part']),
  component: lazyRouteComponent(() => import('../feeds/desk/feed-page.tsx'), 'FeedPage'),
})

/** The quiet slideshow of a column or of everything; with `?story=` one story read with large pictures. */
const show = createRoute({
  getParentRoute: () => root,
  path: '/show',
  validateSearch: (given: Record<string, unknown>): { story?: string | undefined; feed?: string | undefined } =>
    strings(given, ['story', 'feed']),
  component: lazyRouteComponent(() => import('../stories-shown/show-page.tsx'), 'ShowPage'),
})

const stories = createRoute({
  getParentRoute: () => root,
  path: '/stories',
  validateSearch: (given: Record<string, unknown>): StoriesAddress =>
    strings(given, ['q', 'state', 'theme', 'post', 'place', 'group', 'own', 'sort', 'page']),
  component: lazyRouteComponent(() => import('../stories/list/stories-page.tsx'), 'StoriesPage'),
})

const newStory = createRoute({
  getParentRoute: () => root,
  path: '/stories/new',
  validateSearch: (given: Record<string, unknown>): { story?: string | undefined; question?: string | undefined } =>
    strings(given, ['story', 'question']),
  component: lazyRouteComponent(() => import('../stories/telling/new-page.tsx'), 'NewStoryPage'),
})

const importStories = createRoute({
  getParentRoute: () => root,
  path: '/stories/import',
  validateSearch: (given: Record<string, unknown>): { upload?: string | undefined } => strings(given, ['upload']),
  component: lazyRouteComponent(() => import('../stories/importing/import-page.tsx'), 'ImportStoriesPage'),
})

const slips = createRoute({
  getParentRoute: () => root,
  path: '/stories/slips',
  component: lazyRouteComponent(() => import('../stories/slips/slips-page.tsx'), 'SlipsPage'),
})

const storyOffice = createRoute({
  getParentRoute: () => root,
  path: '/stories/office',
  component: lazyRouteComponent(() => import('../stories/office/office-page.tsx'), 'StoryOfficePage'),
})

const story = createRoute({
  getParentRoute: () => root,
  path: '/stories/$storyId',
  validateSearch: (given: Record<string, unknown>): { side?: string | undefined } => strings(given, ['side']),
  component: lazyRouteComponent(() => import('../stories/work/work-page.tsx'), 'WorkPage'),
})

/** With `?list=1` all paths, for those who make them. */
const learning = createRoute({
  getParentRoute: () => root,
  path: '/learning',
  validateSearch: (given: Record<string, unknown>): MaterialsAddress & { readonly list?: string | undefined } =>
    strings(given, [...MATERIALS_ADDRESS, 'list']),
  component: lazyRouteComponent(() => import('../learning/paths-page.tsx'), 'PathsPage'),
})

/** A path to be learned; with `?edit=1` an own one to be written. */
const learningPath = createRoute({
  getParentRoute: () => root,
  path: '/learning/$pathId',
  validateSearch: (given: Record<string, unknown>): { edit?: string | undefined } => strings(given, ['edit']),
  component: lazyRouteComponent(() => import('../learning/path-page.tsx'), 'PathPage'),
})

const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: (given: Record<string, unknown>): MaterialsAddress => strings(given, [...MATERIALS_ADDRESS]),
  component: lazyRouteComponent(() => import('../meetings/list/meetings-page.tsx'), 'MeetingsPage'),
})

/** The outline desk of a meeting, and what stands beside the outline. */
const meeting = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id',
  validateSearch: (given: Record<string, unknown>): { side?: string | undefined } => strings(given, ['side']),
  component: lazyRouteComponent(() => import('../meetings/desk/meeting-page.tsx'), 'MeetingPage'),
})

const drills = createRoute({
  getParentRoute: () => root,
  path: '/drills',
  validateSearch: (given: Record<string, unknown>): MaterialsAddress => strings(given, MATERIALS_ADDRESS),
  component: lazyRouteComponent(() => import('../drills/list/drills-page.tsx'), 'DrillsPage'),
})

const drill = createRoute({
  getParentRoute: () => root,
  path: '/drills/$id',
  validateSearch: (given: Record<string, unknown>): { side?: string | undefined } => strings(given, ['side']),
  component: lazyRouteComponent(() => import('../drills/desk/drill-page.tsx'), 'DrillPage'),
})

const guides = createRoute({
  getParentRoute: () => root,
  path: '/guides',
  validateSearch: (given: Record<string, unknown>): MaterialsAddress => strings(given, MATERIALS_ADDRESS),
  component: lazyRouteComponent(() => import('../guides/list/guides-page.tsx'), 'GuidesPage'),
})

/** `step`: one step after the other, large, at that one; without it an own guide is written. */
const guide = createRoute({
  getParentRoute: () => root,
  path: '/guides/$id',
  validateSearch: (given: Record<string, unknown>): { step?: string | undefined } => strings(given, ['step']),
  component: lazyRouteComponent(() => import('../guides/desk/guide-page.tsx'), 'GuidePage'),
})

/** Slides over the whole window: `?slide=` begins at one, `?preview=1` looks them through. */
const present = createRoute({
  getParentRoute: () => root,
  path: '/present/$id',
  validateSearch: (given: Record<string, unknown>): { slide?: string | undefined; preview?: string | undefined } =>
    strings(given, ['slide', 'preview']),
  component: lazyRouteComponent(() => import('../presenting/show/present-page.tsx'), 'PresentPage'),
})

const speaker = createRoute({
  getParentRoute: () => root,
  path: '/present/$id/speaker',
  component: lazyRouteComponent(() => import('../presenting/speaker/speaker-page.tsx'), 'SpeakerPage'),
})

const playDrill = createRoute({
  getParentRoute: () => root,
  path: '/drills/$id/play',
  validateSearch: (
    given: Record<string, unknown>,
  ): { meeting?: string | undefined; part?: string | undefined; from?: string | undefined } =>
    strings(given, ['meeting', 'part', 'from']),
  component: lazyRouteComponent(() => import('../presenting/play/play-page.tsx'), 'PlayPage'),
})

const updates = createRoute({
  getParentRoute: () => root,
  path: '/updates',
  validateSearch: (given: Record<string, unknown>): { from?: string | undefined } => strings(given, ['from']),
  component: lazyRouteComponent(() => import('../updates/updates-page.tsx'), 'UpdatesPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    search,
    item,
    compare,
    library,
    templates,
    newTemplate,
    template,
    changeTemplate,
    form,
    myForms,
    documentCheck,
    ledgers,
    batch,
    unit,
    book,
    feeds,
    balance,
    responses,
    feed,
    show,
    stories,
    newStory,
    importStories,
    slips,
    storyOffice,
    story,
    learning,
    learningPath,
    meetings,
    meeting,
    drills,
    drill,
    guides,
    guide,
    present,
    speaker,
    playDrill,
    favourites,
    importing,
    updates,
    reports,
    publishing,
    settings,
  ]),
  history: createBrowserHistory(),
  parseSearch: parsePlainSearch,
  stringifySearch: stringifyPlainSearch,
  defaultPreload: 'intent',
  defaultHashScrollIntoView: false,
  // The reading desk finds its place from the address; the place of the entry before must not be put over it.
  scrollRestoration: ({ location }) => !/^\/item\/[^/]+$/.test(location.pathname),
  scrollToTopSelectors: ['#main'],
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: DeskFailed,
  defaultPendingComponent: LoadingNotice,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

function strings<Key extends string>(
  given: Record<string, unknown>,
  keys: readonly Key[],
): { [K in Key]?: string | undefined } {
  const found: { [K in Key]?: string | undefined } = {}
  for (const key of keys) {
    const value = given[key]
    if (typeof value === 'string' && value !== '') found[key] = value
  }
  return found
}
