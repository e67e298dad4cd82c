import { rmSync } from 'node:fs'
import path from 'node:path'
import { build, type InlineConfig } from 'vite'
import { locationsPlugin } from './rewrite-locations.ts'

/** Bundles the desktop shell: the main process, and the preload, which must be CommonJS in a sandbox. */
export async function buildElectron(root: string): Promise<void> {
  rmSync(path.join(root, 'dist/electron'), { recursive: true, force: true })
  await build(shellConfig(root, 'main', 'es', 'main.js'))
  await build(shellConfig(root, 'preload', 'cjs', 'preload.cjs'))
}

function shellConfig(root: string, entry: string, format: 'es' | 'cjs', fileName: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [locationsPlugin(root)],
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: path.join(root, 'dist/electron'),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: path.join(root, `electron/${entry}.ts`),
        output: { format, entryFileNames: fileName, codeSplitting: false },
      },
    },
  }
}
