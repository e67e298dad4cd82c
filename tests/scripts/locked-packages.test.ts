import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isAtLeast } from '../../scripts/set-up/project-node.mjs'

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }>
}

it.each([
  ['tuf-js', '6.0.2'],
  ['mammoth', '1.12.3'],
  ['pdfjs-dist', '4.2.67'],
  ['dompurify', '3.4.17'],
])('%s is locked at %s or above, where its known holes are closed', (name, least) => {
  const versions = Object.entries(lock.packages)
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? '')
  expect(versions.length).toBeGreaterThan(0)
  expect(versions.filter((version) => !isAtLeast(version, least))).toEqual([])
})

it('every package is locked with the hash of its content', () => {
  const places = Object.entries(lock.packages).filter(([place, { link }]) => place !== '' && link !== true)
  expect(places.length).toBeGreaterThan(100)
  expect(places.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual([])
})
