// npm run dist: builds this system's installers into dist/installers. Options go to electron-builder.
import { handOver } from './set-up/hand-over.mjs'
import { endPlainly } from './set-up/sentence.mjs'

await endPlainly(() => handOver('scripts/packaging/make-installers.ts', process.argv.slice(2)))
