import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Trust that a person has just given, and that the channel's row may not speak of yet. */
const GIVEN = 'given-'
/** Milliseconds. */
const HOUR = 3600 * 1000

/** The name of a folder below `channels/ID/` for a root that a person trusts from now on. */
export const newTrust = (): string => `${GIVEN}${randomUUID()}`

/**
 * The folder of what is trusted. After a backup was restored the row names one that is gone; what took its place is
 * newer, and trusted just as well.
 */
export async function trustedFolder(home: string, named: string): Promise<string | undefined> {
  const found: { name: string; at: number }[] = []
  for (const name of await readdir(home).catch(() => [] as string[])) {
    const status = await stat(path.join(home, name, 'timestamp.json')).catch(() => undefined)
    if (status || name === named)
      found.push({ name, at: name === named ? Number.POSITIVE_INFINITY : (status?.mtimeMs ?? 0) })
  }
  return found.sort((a, b) => b.at - a.at)[0]?.name
}

/**
 * Removes folders that an earlier check or a crash left beside the trusted one. Trust that is being given at this
 * moment stays, whichever of the two is first; what a crash left of that goes after an hour.
 * @param before trust that this update has taken the place of
 */
export async function forgetOthers(home: string, trusted: string, before?: string): Promise<void> {
  for (const name of await readdir(home).catch(() => [] as string[])) {
    const place = path.join(home, name)
    if (name === trusted || (name !== before && name.startsWith(GIVEN) && (await isYoung(place)))) continue
    await rm(place, { recursive: true, force: true })
  }
}

const isYoung = (place: string): Promise<boolean> =>
  stat(place).then(
    ({ mtimeMs }) => Date.now() - mtimeMs < HOUR,
    () => false,
  )
