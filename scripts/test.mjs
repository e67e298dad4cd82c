// npm test: sets up what is missing, then runs everything that CI runs. Step names may follow: npm test -- types unit
import { handOver } from './set-up/hand-over.mjs'
import { endPlainly } from './set-up/sentence.mjs'

await endPlainly(() => handOver('scripts/testing/run-tests.ts', process.argv.slice(2)))
