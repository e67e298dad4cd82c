import { existsSync } from 'node:fs'
import path from 'node:path'

/** What the search looks at; tests give their own. */
export interface OfficeSurroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (file: string) => boolean
}

const linuxPlaces = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
]
const windowsPlaces = ['LibreOffice\\program\\soffice.exe', 'OpenOffice 4\\program\\soffice.exe']
const macPlace = 'LibreOffice.app/Contents/MacOS/soffice'

/** LibreOffice of this machine: `XINHUO_OFFICE`, then PATH, then the usual places; an empty `XINHUO_OFFICE` means none. */
export function findOffice(around: OfficeSurroundings = here): string | undefined {
  const named = around.env.XINHUO_OFFICE
  if (named !== undefined) return named !== '' && around.exists(named) ? named : undefined
  return candidates(around).find((file) => around.exists(file))
}

const here: OfficeSurroundings = { platform: process.platform, env: process.env, exists: existsSync }

function candidates({ platform, env }: OfficeSurroundings): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return windowsPlaces.flatMap((place) => roots.map((root) => path.win32.join(root, place)))
  }
  if (platform === 'darwin') {
    return ['/Applications', path.posix.join(env.HOME ?? '/', 'Applications')].map((root) =>
      path.posix.join(root, macPlace),
    )
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean)
  return [...folders.map((folder) => path.posix.join(folder, 'soffice')), ...linuxPlaces]
}
