import { drillsEn } from '../drills/drills.en.ts'
import { drillsZhCN } from '../drills/drills.zh-CN.ts'
import { favouritesEn } from '../favourites/favourites.en.ts'
import { favouritesZhCN } from '../favourites/favourites.zh-CN.ts'
import { feedbackEn } from '../feedback/feedback.en.ts'
import { feedbackZhCN } from '../feedback/feedback.zh-CN.ts'
import { feedsEn } from '../feeds/feeds.en.ts'
import { feedsZhCN } from '../feeds/feeds.zh-CN.ts'
import { guidesEn } from '../guides/guides.en.ts'
import { guidesZhCN } from '../guides/guides.zh-CN.ts'
import { homeEn } from '../home/home.en.ts'
import { homeZhCN } from '../home/home.zh-CN.ts'
import { importingEn } from '../importing/importing.en.ts'
import { importingZhCN } from '../importing/importing.zh-CN.ts'
import { learningEn } from '../learning/learning.en.ts'
import { learningZhCN } from '../learning/learning.zh-CN.ts'
import { libraryEn } from '../library/library.en.ts'
import { libraryZhCN } from '../library/library.zh-CN.ts'
import { materialsEn } from '../materials/materials.en.ts'
import { materialsZhCN } from '../materials/materials.zh-CN.ts'
import { meetingOutEn } from '../meetings/meeting-out.en.ts'
import { meetingOutZhCN } from '../meetings/meeting-out.zh-CN.ts'
import { meetingPartsEn } from '../meetings/meeting-parts.en.ts'
import { meetingPartsZhCN } from '../meetings/meeting-parts.zh-CN.ts'
import { meetingsEn } from '../meetings/meetings.en.ts'
import { meetingsZhCN } from '../meetings/meetings.zh-CN.ts'
import { officeEn } from '../office/office.en.ts'
import { officeZhCN } from '../office/office.zh-CN.ts'
import { presentingEn } from '../presenting/presenting.en.ts'
import { presentingZhCN } from '../presenting/presenting.zh-CN.ts'
import { publishingEn } from '../publishing/publishing.en.ts'
import { publishingZhCN } from '../publishing/publishing.zh-CN.ts'
import { readingEn } from '../reading/reading.en.ts'
import { readingZhCN } from '../reading/reading.zh-CN.ts'
import { recordFormEn } from '../record-form/record-form.en.ts'
import { recordFormZhCN } from '../record-form/record-form.zh-CN.ts'
import { cardsEn } from '../responses/cards.en.ts'
import { cardsZhCN } from '../responses/cards.zh-CN.ts'
import { searchEn } from '../search/search.en.ts'
import { searchZhCN } from '../search/search.zh-CN.ts'
import { settingsEn } from '../settings/settings.en.ts'
import { settingsZhCN } from '../settings/settings.zh-CN.ts'
import { storiesEn } from '../stories/stories.en.ts'
import { storiesZhCN } from '../stories/stories.zh-CN.ts'
import { storyFormEn } from '../stories/story-form.en.ts'
import { storyFormZhCN } from '../stories/story-form.zh-CN.ts'
import { storyTellingEn } from '../stories/story-telling.en.ts'
import { storyTellingZhCN } from '../stories/story-telling.zh-CN.ts'
import { storyWorkEn } from '../stories/story-work.en.ts'
import { storyWorkZhCN } from '../stories/story-work.zh-CN.ts'
import { shownEn } from '../stories-shown/shown.en.ts'
import { shownZhCN } from '../stories-shown/shown.zh-CN.ts'
import { templatesEn } from '../templates/templates.en.ts'
import { templatesZhCN } from '../templates/templates.zh-CN.ts'
import { updatesEn } from '../updates/updates.en.ts'
import { updatesZhCN } from '../updates/updates.zh-CN.ts'
import { appEn } from './app.en.ts'
import { appZhCN } from './app.zh-CN.ts'
import type { Messages } from './messages.ts'

/** Namespaces: `app` for the whole window, and one for each desk large enough to want its own. */
export const chineseCatalogues = {
  app: appZhCN,
  drills: drillsZhCN,
  cards: cardsZhCN,
  favourites: favouritesZhCN,
  feedback: feedbackZhCN,
  feeds: feedsZhCN,
  guides: guidesZhCN,
  home: homeZhCN,
  importing: importingZhCN,
  learning: learningZhCN,
  library: libraryZhCN,
  office: officeZhCN,
  meetingOut: meetingOutZhCN,
  meetingParts: meetingPartsZhCN,
  meetings: meetingsZhCN,
  presenting: presentingZhCN,
  publishing: publishingZhCN,
  reading: readingZhCN,
  search: searchZhCN,
  settings: settingsZhCN,
  shown: shownZhCN,
  stories: storiesZhCN,
  materials: materialsZhCN,
  recordForm: recordFormZhCN,
  storyForm: storyFormZhCN,
  storyTelling: storyTellingZhCN,
  storyWork: storyWorkZhCN,
  templates: templatesZhCN,
  updates: updatesZhCN,
} as const

export const englishCatalogues: Messages<typeof chineseCatalogues> = {
  app: appEn,
  drills: drillsEn,
  cards: cardsEn,
  favourites: favouritesEn,
  feedback: feedbackEn,
  feeds: feedsEn,
  guides: guidesEn,
  home: homeEn,
  importing: importingEn,
  learning: learningEn,
  library: libraryEn,
  office: officeEn,
  meetingOut: meetingOutEn,
  meetingParts: meetingPartsEn,
  meetings: meetingsEn,
  presenting: presentingEn,
  publishing: publishingEn,
  reading: readingEn,
  search: searchEn,
  settings: settingsEn,
  shown: shownEn,
  stories: storiesEn,
  materials: materialsEn,
  recordForm: recordFormEn,
  storyForm: storyFormEn,
  storyTelling: storyTellingEn,
  storyWork: storyWorkEn,
  templates: templatesEn,
  updates: updatesEn,
}
