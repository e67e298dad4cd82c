/**
 * Draws the pictures of the step-by-step guides of the starter channel into content/guides. Run it after changing a
 * drawing in scripts/guide-pictures, look at what came out, and commit it:
 *
 *     node scripts/draw-guide-pictures.ts
 */
import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { searchPictures } from './guide-pictures/search-pictures.ts'
import { visitPictures } from './guide-pictures/visit-pictures.ts'

const folder = new URL('../content/guides/', import.meta.url)

for (const [name, svg] of Object.entries({ ...searchPictures, ...visitPictures })) {
  const bytes = await sharp(Buffer.from(svg)).png({ palette: true, colours: 32, compressionLevel: 9 }).toBuffer()
  await writeFile(new URL(`${name}.png`, folder), bytes)
  console.log(`${name}  ${bytes.length}`)
}
