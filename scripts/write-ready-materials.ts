/**
 * Writes the text of the ready meetings, drills, guides and learning paths from their records, below the front matter
 * of each. Run it after changing a record in content, and commit what it writes:
 *
 *     node scripts/write-ready-materials.ts
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { MaterialRecord } from '../library/meetings/materials/material.schema.ts'
import { bodyOfMaterial } from './ready-materials/body-of-material.ts'

for (const name of ['meetings', 'drills', 'guides', 'learning']) {
  const folder = new URL(`../content/${name}/`, import.meta.url)
  for (const file of await readdir(folder)) {
    if (!/\.(meeting|drill|guide|path)\.json$/.test(file)) continue
    const record = MaterialRecord.parse(JSON.parse(await readFile(new URL(file, folder), 'utf8')))
    const markdown = new URL(`${file.split('.')[0]}.md`, folder)
    const [head] = /^---\n[\s\S]*?\n---\n/.exec(await readFile(markdown, 'utf8')) ?? ['']
    await writeFile(markdown, head + bodyOfMaterial(record))
    console.log(`${file.split('.')[0]}  ${record.title}`)
  }
}
