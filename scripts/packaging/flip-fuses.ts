import path from 'node:path'
import { flipFuses } from '@electron/fuses'
import { fuses } from './fuses.ts'

/** What electron-builder tells its afterPack hook, as far as it is used here. */
export interface PackedApp {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly packager: {
    readonly executableName?: string
    readonly appInfo: { readonly productFilename: string }
  }
}

/** The program that electron-builder has just packed. */
export function packedProgram({ appOutDir, electronPlatformName, packager }: PackedApp): string {
  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'darwin') return path.join(appOutDir, `${productFilename}.app`)
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${packager.executableName ?? productFilename}.exe`)
  return path.join(appOutDir, packager.executableName ?? productFilename)
}

/** electron-builder's afterPack hook: sets the fuses before anything is signed. */
export async function afterPack(packed: PackedApp): Promise<void> {
  await flipFuses(packedProgram(packed), fuses)
}
