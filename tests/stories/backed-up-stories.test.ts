import { expect, it } from 'vitest'
import type { BackupResult, JobView } from '../../library/jobs/job-view.ts'
import type { StoryPage, StoryView } from '../../library/stories/story-view.ts'
import { ask, ended, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'

it('stories come back with a backup as they were, in the lists as well', async () => {
  const service = await startService(temporaryFolder())
  const list = async () => (await ask<StoryPage>(service, 'GET', '/api/stories')).stories.map(({ title }) => title)
  const told = await ask<StoryView>(service, 'POST', '/api/stories', { record: { title: '修渠' } })
  const backup = await ended(service, (await ask<JobView>(service, 'POST', '/api/backups')).id)
  const { name } = backup.result as BackupResult
  const record = { ...told.record, title: '改坏了' }
  await ask(service, 'PUT', `/api/stories/${told.id}`, { record, read: told.recordSha256 })
  await ask(service, 'POST', '/api/stories', { record: { title: '后来的' } })
  expect(await list()).toEqual(['后来的', '改坏了'])

  await ask(service, 'POST', `/api/backups/${name}/restore`)
  expect(await list()).toEqual(['修渠'])
  expect((await ask<StoryView>(service, 'GET', `/api/stories/${told.id}`)).recordSha256).toBe(told.recordSha256)
  // As many changes as before the restoring: the list that was remembered is of the other database.
  await ask(service, 'POST', '/api/stories', { record: { title: '又一个' } })
  expect((await list()).toSorted()).toEqual(['修渠', '又一个'])
})
