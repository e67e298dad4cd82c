// npm run --silent xinhuo -- ARGS: sets up what is missing, then runs the xinhuo command.
import { handOver } from './set-up/hand-over.mjs'
import { endPlainly } from './set-up/sentence.mjs'

await endPlainly(() => handOver('scripts/run-xinhuo.ts', process.argv.slice(2)))
