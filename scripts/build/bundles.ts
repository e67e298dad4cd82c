import type { BundleSources } from './stamp.ts'

export type BundleName = 'renderer' | 'library' | 'electron'

export interface Bundle extends BundleSources {
  readonly name: BundleName
  /** Builds into `dist/`. */
  readonly build: (root: string) => Promise<void>
}

const recipe = ['scripts/build', 'package-lock.json']

/** Everything in `dist/`. The build code, and vite with it, is loaded only when something is stale. */
export const bundles: readonly Bundle[] = [
  {
    name: 'library',
    inputs: ['library', 'renderer/printing', 'package.json', ...recipe],
    outputs: [
      'dist/service/service-process.js',
      'dist/cli/xinhuo.js',
      'dist/printing/print-page.js',
      'dist/site/site.js',
    ],
    build: async (root) => {
      await (await import('./build-library.ts')).buildLibrary(root)
      await (await import('./build-print-page.ts')).buildPrintPage(root)
      await (await import('./build-site-client.ts')).buildSiteClient(root)
    },
  },
  {
    name: 'renderer',
    inputs: ['renderer', 'vite.config.ts', ...recipe],
    outputs: ['dist/renderer/index.html'],
    build: async (root) => (await import('./build-renderer.ts')).buildRenderer(root),
  },
  {
    name: 'electron',
    inputs: ['electron', 'library/errors', 'library/store/library-paths.ts', ...recipe],
    outputs: ['dist/electron/main.js', 'dist/electron/preload.cjs'],
    build: async (root) => (await import('./build-electron.ts')).buildElectron(root),
  },
]
