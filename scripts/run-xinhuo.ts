import { fileURLToPath } from 'node:url'
import { buildStale } from './build/build-stale.ts'
import { projectRoot } from './set-up/project-root.mjs'

await buildStale(projectRoot, ['library'])
process.chdir(process.env.INIT_CWD ?? process.cwd())
const command = new URL('../dist/cli/xinhuo.js', import.meta.url)
process.argv[1] = fileURLToPath(command)
await import(command.href)
