import { fileURLToPath } from 'node:url'
import { buildStale } from '../scripts/build/build-stale.ts'
import { buildChildren } from './service/build-children.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** The `xinhuo` command as it is delivered. Bundled it starts in half the time, and tests start it hundreds of times. */
export const xinhuoCommand = `${root}dist/cli/xinhuo.js`

/** Vitest's global set-up: what is delivered, and what tests start, was built from what the library is now. */
export async function setup(): Promise<void> {
  await buildStale(root, ['library'])
  await buildChildren(root)
}
