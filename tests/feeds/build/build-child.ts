// A process that writes a column into a folder, for a parent that kills it before a call to the disk:
// `build-child.ts LIBRARY FOLDER ASSETS KEY ISSUE`. KEY is JSON.
import { buildFeed } from '../../../library/feeds/build/build-feed.ts'
import { openLibrarySession } from '../../../library/service/library-session.ts'
import { spawnReadersHere } from '../../../library/service/spawn-readers.ts'
import { smallEdition } from './small-edition.ts'

const [root = '', folder = '', assets = '', key = '', issue = ''] = process.argv.slice(2)
const edition = await smallEdition(issue === '1' ? 1 : 2)
const session = await openLibrarySession({ root, spawnReader: spawnReadersHere() })
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()
const context = {
  signal: new AbortController().signal,
  report: () => {},
  writes: { saveMediaCopy: async () => {} },
  assets: new URL(assets),
}
await buildFeed(session.access, edition, folder, context, JSON.parse(key))
process.stdout.write('done\n')
process.exit()
