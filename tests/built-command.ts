import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { buildStale } from '../scripts/build/build-stale.ts'
import { buildChildren } from './service/build-children.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** The `xinhuo` command as it is delivered. Bundled it starts in half the time, and tests start it hundreds of times. */
export const xinhuoCommand = `${root}dist/cli/xinhuo.js`

/** Vitest's global set-up: what is delivered, and what tests start, was built from what the library is now. */
export async function setup(project: TestProject): Promise<void> {
  const build = async () => {
    await buildStale(root, ['library'])
    await buildChildren(root)
  }
  project.onTestsRerun(build)
  await build()
}
