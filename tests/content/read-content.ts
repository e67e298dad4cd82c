import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** The starter channel as it lies in the repository. */
export const contentRoot = new URL('../../content/', import.meta.url)

export type ContentFile = {
  readonly folder: string
  readonly name: string
  readonly frontMatter: unknown
  readonly body: string
}

export const kindOfFolder = {
  policies: 'policy',
  templates: 'template',
  stories: 'story',
  guides: 'guide',
  meetings: 'guide',
  drills: 'guide',
  learning: 'guide',
} as const

export function readContent(): ContentFile[] {
  return Object.keys(kindOfFolder).flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, contentRoot))
      .filter((name) => name.endsWith('.md'))
      .map((name) => readContentFile(folder, name)),
  )
}

function readContentFile(folder: string, name: string): ContentFile {
  const text = readFileSync(new URL(`${folder}/${name}`, contentRoot), 'utf8')
  const [, yaml, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (yaml === undefined || body === undefined) throw new Error(`${folder}/${name} has no front matter`)
  return { folder, name, frontMatter: parse(yaml), body }
}

export function readVocabulary(name: string): unknown {
  return parse(readFileSync(new URL(`vocabulary/${name}.yaml`, contentRoot), 'utf8'))
}
