import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { externalPackages } from '../../scripts/build/build-library.ts'
import { locationsPlugin } from '../../scripts/build/rewrite-locations.ts'
import { hashInputs } from '../../scripts/build/stamp.ts'
import { CHILDREN } from './child-bundle.ts'

/** Bundles the programs that tests start as processes of their own, unless they are built from what is there now. */
export async function buildChildren(root: string): Promise<void> {
  const sources = ['tests/service/die-at-call.ts', ...globSync('tests/**/*-child.ts', { cwd: root })].sort()
  const stamp = path.join(root, CHILDREN, 'built-from.json')
  if (isBuiltFrom(root, stamp, sources)) return
  rmSync(path.join(root, CHILDREN), { recursive: true, force: true })
  const modules = await bundle(root, sources)
  writeFileSync(path.join(root, CHILDREN, 'package.json'), '{ "type": "module" }\n')
  const inputs = [...modules, 'package-lock.json', 'scripts/build/rewrite-locations.ts']
  writeFileSync(stamp, JSON.stringify({ sources, inputs, hash: hashInputs(root, inputs) }))
}

function isBuiltFrom(root: string, stamp: string, sources: readonly string[]): boolean {
  try {
    const built: { sources: string[]; inputs: string[]; hash: string } = JSON.parse(readFileSync(stamp, 'utf8'))
    return built.sources.join() === sources.join() && hashInputs(root, built.inputs) === built.hash
  } catch {
    return false
  }
}

/** @returns the project's own files that went into the bundle, from its root */
async function bundle(root: string, sources: readonly string[]): Promise<string[]> {
  const modules = new Set<string>()
  mkdirSync(path.join(root, CHILDREN), { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      locationsPlugin(root, CHILDREN),
      {
        name: 'xinhuo:modules',
        moduleParsed({ id }) {
          const file = path.relative(root, id.split('?')[0] ?? id)
          if (/^(library|tests|content)\b/.test(file)) modules.add(file)
        },
      },
    ],
    ssr: { noExternal: true, external: externalPackages },
    build: {
      ssr: true,
      target: 'node24',
      outDir: path.join(root, CHILDREN),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(
          sources.map((source) => [`programs/${path.basename(source, '.ts')}`, path.join(root, source)]),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return [...modules].sort()
}
