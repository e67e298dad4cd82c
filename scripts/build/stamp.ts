import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a bundle is made from, as paths from the project's root, and what must be there when it is made. */
export interface BundleSources {
  readonly name: string
  /** Files and folders; a change in any makes the bundle stale. Missing ones count as empty. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

/** The SHA-256 over the names and bytes of all inputs. */
export function hashInputs(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesUnder(path.join(root, input))).sort()) {
    const bytes = readFileSync(file)
    hash.update(`${path.relative(root, file).replaceAll(path.sep, '/')}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** Whether the bundle was built from what its inputs hold now. */
export function isCurrent(root: string, bundle: BundleSources): boolean {
  try {
    for (const output of bundle.outputs) statSync(path.join(root, output))
    return readFileSync(stampFile(root, bundle), 'utf8') === hashInputs(root, bundle.inputs)
  } catch {
    return false
  }
}

/** Remembers the inputs' hash, taken before the build began, so that an edit made meanwhile is built next time. */
export function writeStamp(root: string, bundle: BundleSources, hash: string): void {
  mkdirSync(path.dirname(stampFile(root, bundle)), { recursive: true })
  writeFileSync(stampFile(root, bundle), hash)
}

function stampFile(root: string, bundle: BundleSources): string {
  return path.join(root, 'dist', '.stamps', bundle.name)
}

function filesUnder(at: string): string[] {
  const found = statSync(at, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [at]
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return []
    return filesUnder(path.join(at, entry.name))
  })
}
