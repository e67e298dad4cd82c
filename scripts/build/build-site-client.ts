import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const source = 'library/feeds/site'

/** Puts together what every published site is written with: its script, as one classic script, and its styles. */
export async function buildSiteClient(root: string, outDir = path.join(root, 'dist/site')): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'chrome87',
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: path.join(root, source, 'client/site-client.ts'),
        output: { format: 'iife', entryFileNames: 'site.js', codeSplitting: false },
      },
    },
  })
  mkdirSync(outDir, { recursive: true })
  for (const file of ['site.css', 'icon.svg']) copyFileSync(path.join(root, source, file), path.join(outDir, file))
}
