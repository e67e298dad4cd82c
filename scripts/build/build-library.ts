import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { locationsPlugin } from './rewrite-locations.ts'

/** Packages that stay in node_modules: native code, data files of their own, or seldom needed and heavy. */
export const externalPackages = [
  '@napi-rs/canvas',
  '@node-rs/jieba',
  'better-sqlite3',
  'jsdom',
  'mammoth',
  'onnxruntime-node',
  'opencc-js',
  'pdfjs-dist',
  'pinyin-pro',
  'sharp',
  'word-extractor',
]

const folders = ['service', 'cli', 'processes', 'chunks']

/** Bundles the service, the command line, and each file that they start as a process or worker of its own. */
export async function buildLibrary(root: string): Promise<void> {
  const dist = path.join(root, 'dist')
  for (const folder of folders) rmSync(path.join(dist, folder), { recursive: true, force: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [locationsPlugin(root)],
    ssr: { noExternal: true, external: externalPackages },
    build: {
      ssr: true,
      target: 'node24',
      outDir: dist,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          'service/service-process': path.join(root, 'library/service/service-process.ts'),
          'cli/xinhuo': path.join(root, 'library/cli/xinhuo.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
}
