import { readFileSync } from 'node:fs'
import path from 'node:path'
import { flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { externalPackages } from '../../scripts/build/build-library.ts'
import { fuses } from '../../scripts/packaging/fuses.ts'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const folder = temporaryFolderPerTest()
const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const packing = parse(read('electron-builder.yml')) as {
  files: string[]
  win: { target: object[] }
  linux: { target: { target: string; arch: string[] }[] }
  protocols: { schemes: string[] }[]
}
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }

const lock = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { dependencies?: Record<string, string> }>
}

/** Packages that the installers leave out, by their folder in node_modules. */
const leftOut = packing.files.flatMap((pattern) => {
  const names = /^!node_modules\/\{([^}]+)\}\/\*\*$/.exec(pattern)
  return names?.[1]?.split(',') ?? []
})
/** What a package needs at run time, itself included, as the lock file has it. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  const locked = lock.packages[`node_modules/${name}`]
  if (!locked) return seen
  seen.add(name)
  for (const needed of Object.keys(locked.dependencies ?? {})) closure(needed, seen)
  return seen
}
const isLeftOut = (name: string) => leftOut.includes(name) || leftOut.includes(path.posix.dirname(name))

const neededInside = new Set(externalPackages.flatMap((name) => [...closure(name)]))

describe('an installer', () => {
  it('holds every package that is not bundled, and all that those need', () => {
    expect([...neededInside].filter(isLeftOut)).toEqual([])
  })

  it('holds no package twice: what is bundled is left out', () => {
    const bundled = Object.keys(dependencies).filter((name) => !neededInside.has(name))
    expect(bundled.filter((name) => !isLeftOut(name))).toEqual([])
  })

  it('is made for Windows and Linux on both processors', () => {
    expect(packing.win.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }])
    expect(packing.linux.target).toEqual([
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ])
  })

  it('opens xinhuo links', () => {
    expect(packing.protocols.flatMap((protocol) => protocol.schemes)).toEqual(['xinhuo'])
  })
})

it('the fuses are flipped in a program that holds Electron’s fuse wire', async () => {
  const wire = `${'.'.repeat(100)}dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09101101011${'.'.repeat(100)}`
  const program = folder.write('xinhuo', wire)
  await flipFuses(program, fuses)
  const states = await getCurrentFuseWire(program)
  const on = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((fuse) => String.fromCharCode(Number(states[fuse as keyof typeof states])))
  expect(on.join('')).toBe('010011001')
})
