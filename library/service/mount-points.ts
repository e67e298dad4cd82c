import { readdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/**
 * Where sticks and network drives appear on this system; only looked at, never written. `XINHUO_MOUNTS` (a list as in
 * `PATH`) names other places, for systems that mount elsewhere.
 */
export async function mountPoints(): Promise<string[]> {
  const given = process.env.XINHUO_MOUNTS
  if (given !== undefined) return given.split(path.delimiter).filter((place) => place !== '')
  if (process.platform === 'win32') return windowsDrives()
  if (process.platform === 'darwin') return below('/Volumes')
  const user = os.userInfo().username
  return (
    await Promise.all([below(`/media/${user}`), below(`/run/media/${user}`), below('/media'), below('/mnt')])
  ).flat()
}

/** D: to Z:, as far as they are there. Drives that are no longer there answer at once. */
async function windowsDrives(): Promise<string[]> {
  const letters = Array.from({ length: 23 }, (_, index) => `${String.fromCharCode(68 + index)}:\\`)
  const found = await Promise.all(
    letters.map((drive) =>
      readdir(drive).then(
        () => [drive],
        () => [],
      ),
    ),
  )
  return found.flat()
}

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(folder, entry.name))
}
