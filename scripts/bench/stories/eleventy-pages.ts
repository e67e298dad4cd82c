import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import Eleventy from '@11ty/eleventy'

/** A page as Eleventy is given it. */
export interface EleventyPage {
  /** Of the page that is written, from the site's root: `stories/x.html`. */
  readonly path: string
  readonly markdown: string
  /** Its front matter, `title` among it. */
  readonly data: Readonly<Record<string, unknown>>
}

const LAYOUT = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>
`
const INDEX = `---
permalink: index.html
---
<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>故事</title></head><body><ul>
{%- for page in collections.all -%}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>{%- endfor -%}
</ul></body></html>
`

/**
 * Builds the same pages with Eleventy, with a layout and an index and nothing else: no search, pictures, feeds or list
 * of files. The time is that of its build, without writing what it reads.
 * @param out is made
 */
export async function buildWithEleventy(pages: readonly EleventyPage[], out: string): Promise<{ seconds: number }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xinhuo-eleventy-'))
  const before = process.cwd()
  try {
    await mkdir(path.join(folder, '_includes'))
    await writeFile(path.join(folder, '_includes', 'page.njk'), LAYOUT)
    await writeFile(path.join(folder, 'index.njk'), INDEX)
    for (const [number, { path: place, markdown, data }] of pages.entries()) {
      // JSON is YAML.
      const head = JSON.stringify({ ...data, layout: 'page.njk', permalink: place })
      const text = `---\n${head}\n---\n{% raw %}\n${markdown}\n{% endraw %}\n`
      await writeFile(path.join(folder, `${number}.md`), text)
    }
    process.chdir(folder)
    const began = performance.now()
    const eleventy = new Eleventy('.', path.resolve(before, out), { quietMode: true, configPath: false })
    eleventy.disableLogger()
    await eleventy.init()
    await eleventy.write()
    return { seconds: (performance.now() - began) / 1000 }
  } finally {
    process.chdir(before)
    await rm(folder, { recursive: true, force: true })
  }
}
