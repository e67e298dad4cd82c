import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the bundles of child programs lie, from the project's root. */
export const CHILDREN = 'node_modules/.cache/children'

/**
 * The bundle of a program that tests start as a process of its own (`*-child.ts`) or preload into one. It starts in a
 * third of the time that its sources take, and sweeps start it dozens of times.
 * @example childBundle(new URL('./storage-child.ts', import.meta.url))
 */
export function childBundle(source: URL): string {
  return path.join(root, CHILDREN, 'programs', `${path.basename(fileURLToPath(source), '.ts')}.js`)
}
