import { projectRoot } from '../set-up/project-root.mjs'
import { tell } from '../set-up/sentence.mjs'
import { buildStale } from './build-stale.ts'
import { bundles } from './bundles.ts'

const names = bundles.map((bundle) => bundle.name)
const built = await buildStale(projectRoot, names, { always: process.argv.includes('--all') })
if (built.length === 0) tell('无需构建,dist/ 已是最新。', 'Nothing to build: dist/ is up to date.')
