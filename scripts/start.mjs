// npm start: sets up what is missing, then opens the app. Needs only Node.js 20 and npm.
import { handOver } from './set-up/hand-over.mjs'
import { endPlainly } from './set-up/sentence.mjs'

await endPlainly(() => handOver('scripts/window/start-app.ts', process.argv.slice(2)))
