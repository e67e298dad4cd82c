import { citingFeeds } from '../feeds/citing-feeds.ts'
import { citingTexts } from '../items/citing-texts.ts'
import { citingDrills, citingGuides, citingMeetings, citingPaths } from '../meetings/materials/citing-materials.ts'
import { citingFavourites, citingNotes } from '../reading/citing-marks.ts'
import { citingStories } from '../stories/citing-stories.ts'
import { citingForms } from '../templates/forms/citing-forms.ts'
import type { CitingWork } from '../updates/touched-work.ts'

/** The kinds of the person's own work that may cite items; a new kind registers itself here. */
export const citingWorks: readonly CitingWork[] = [
  citingNotes,
  citingFavourites,
  citingTexts,
  citingForms,
  citingStories,
  citingFeeds,
  citingMeetings,
  citingDrills,
  citingGuides,
  citingPaths,
]
