import path from 'node:path'
import { build } from 'vite'

/** Bundles the script of the page that a browser prints, as one classic script that can be written into the page. */
export async function buildPrintPage(root: string, outDir = path.join(root, 'dist/printing')): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'chrome109',
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: path.join(root, 'renderer/printing/print-page.ts'),
        output: { format: 'iife', entryFileNames: 'print-page.js', codeSplitting: false },
      },
    },
  })
}
