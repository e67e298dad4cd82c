import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { KeptStory } from '../kept-story.ts'
import { locatePassage } from './locate-passage.ts'
import type { StoryTask } from './process-view.ts'
import { tasksOf } from './tasks.repository.ts'

/** A story's comments and tasks, each with the place where its words stand in the story now. */
export async function viewTasks(db: Kysely<LibraryTables>, story: KeptStory): Promise<StoryTask[]> {
  return (await tasksOf(db, story.id)).map((task) => {
    if (task.field === undefined || task.quote === undefined) return task
    return { ...task, place: locatePassage(story.record, task.field, task.quote) }
  })
}
