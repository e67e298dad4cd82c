// npm run build: builds what is stale into dist/. With --all, everything.
import { handOver } from './set-up/hand-over.mjs'
import { endPlainly } from './set-up/sentence.mjs'

await endPlainly(() => handOver('scripts/build/build.ts', process.argv.slice(2)))
