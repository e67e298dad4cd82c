import path from 'node:path'
import { defaultLibraryRoot } from '../../library/store/library-paths.ts'
import { buildStale } from '../build/build-stale.ts'
import { projectRoot } from '../set-up/project-root.mjs'
import { endPlainly } from '../set-up/sentence.mjs'
import { fetchElectronOnce } from './find-electron.ts'
import { hasDisplay } from './open-window.ts'
import { runInBrowser } from './run-in-browser.ts'
import { runInElectron } from './run-in-electron.ts'
import { readStartOptions } from './start-options.ts'

await endPlainly(async () => {
  const options = readStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  const place = { root: projectRoot, library: options.library ?? path.resolve(defaultLibraryRoot()) }

  const electron = options.window === 'best' && hasDisplay() ? await fetchElectronOnce(projectRoot) : undefined
  await buildStale(projectRoot, electron ? ['library', 'renderer', 'electron'] : ['library', 'renderer'])

  if (electron) {
    const outcome = await runInElectron(electron, place, options)
    if (outcome.kind === 'ended') return outcome.code
  }
  return runInBrowser(place, options)
})
