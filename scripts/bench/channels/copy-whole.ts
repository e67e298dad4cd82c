import { spawnSync } from 'node:child_process'
import { cp } from 'node:fs/promises'

/** What moving a repository by other means took. */
export interface Copied {
  readonly seconds: number
  /** What rsync says it sent; undefined for copying, which moves everything. */
  readonly bytes: number | undefined
}

/** Copies everything, as a file manager does. */
export async function copyWhole(from: string, to: string): Promise<Copied> {
  const started = performance.now()
  await cp(from, to, { recursive: true, force: true })
  return { seconds: (performance.now() - started) / 1000, bytes: undefined }
}

/** `rsync -a` from Debian's packages; undefined where it is not installed. */
export function rsync(from: string, to: string): Copied | undefined {
  const started = performance.now()
  const { status, stdout } = spawnSync('rsync', ['-a', '--stats', `${from}/`, `${to}/`], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const said = /Total bytes sent: ([\d,.]+)/.exec(stdout)?.[1]?.replaceAll(/\D/g, '')
  return { seconds: (performance.now() - started) / 1000, bytes: said === undefined ? undefined : Number(said) }
}
