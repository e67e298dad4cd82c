import path from 'node:path'
import type { Plugin } from 'vite'

/** Where the code of a file that is started as a process or worker of its own comes to lie, from `dist/`. */
export function entryFor(sourceFile: string): string {
  return `processes/${path.basename(sourceFile).replace(/\.m?ts$/, '')}`
}

export interface RewrittenModule {
  readonly code: string
  /** Source files that are started as processes of their own, to be bundled as entries. */
  readonly entries: readonly string[]
}

/**
 * Keeps `new URL('…', import.meta.url)` true in a bundle. Every file in `dist/` lies one folder deep,
 * so that a place is named the same way from each: what is code becomes `../processes/NAME.js`,
 * anything else keeps its place in the project.
 * @param outDir where the bundle's folders lie, from the project's root
 * @throws when a module asks for its own folder in a way that a bundle would make untrue
 */
export function rewriteLocations(root: string, file: string, code: string, outDir = 'dist'): RewrittenModule {
  const where = path.relative(root, file)
  const up = '../'.repeat(outDir.split('/').length + 1)
  if (/\bimport\.meta\.(dirname|filename)\b/.test(code)) {
    throw new Error(`${where}: write new URL('…', import.meta.url); import.meta.dirname is another folder in a bundle.`)
  }
  const entries: string[] = []
  const rewritten = code.replaceAll(
    /new URL\(\s*(['"`])([^'"`$]+)(\.\$\{\w+\})?\1\s*,\s*import\.meta\.url\s*,?\s*\)/g,
    (_, __, name, chosenExtension) => {
      const target = chosenExtension ? `${name}.ts` : name
      const source = path.resolve(path.dirname(file), target)
      const slash = target.endsWith('/') ? '/' : ''
      if (!/\.m?ts$/.test(target)) {
        const fromRoot = path.relative(root, source).replaceAll(path.sep, '/')
        return `new URL('${up}${fromRoot}${slash}', import.meta.url)`
      }
      entries.push(source)
      return `new URL('../${entryFor(source)}.js', import.meta.url)`
    },
  )
  return { code: rewritten, entries }
}

/** The vite plugin that applies {@link rewriteLocations} to the project's own modules. */
export function locationsPlugin(root: string, outDir?: string): Plugin {
  return {
    name: 'xinhuo:locations',
    enforce: 'pre',
    transform(code, id) {
      const file = path.resolve(id.split('?')[0] ?? id)
      if (!file.startsWith(root) || file.includes('node_modules') || !code.includes('import.meta')) return null
      const module = rewriteLocations(root, file, code, outDir)
      for (const entry of module.entries) {
        this.emitFile({ type: 'chunk', id: entry, fileName: `${entryFor(entry)}.js` })
      }
      return { code: module.code, map: null }
    },
  }
}
