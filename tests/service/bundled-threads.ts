import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import { entryFor } from '../../scripts/build/rewrite-locations.ts'
import { CHILDREN } from './child-bundle.ts'

/**
 * The vite plugin that has the library's threads and processes start from the bundle that `buildChildren` makes. Each
 * test that opens a library starts the writer's thread, and from its sources that takes longer than many a test.
 */
export function bundledThreads(root: string): Plugin {
  const bundled = (file: string) => pathToFileURL(path.join(root, CHILDREN, `${entryFor(file)}.js`)).href
  return {
    name: 'xinhuo:bundled-threads',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0] ?? id
      if (!file.startsWith(path.join(root, 'library')) || !code.includes('import.meta.url')) return null
      return {
        code: code.replaceAll(
          /new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g,
          (_, name: string) => `new URL('${bundled(path.resolve(path.dirname(file), name))}')`,
        ),
        map: null,
      }
    },
  }
}
