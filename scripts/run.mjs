// node scripts/run.mjs FILE ARGS: sets up what is missing, then runs a TypeScript file with the project's Node.js.
import { handOver } from './set-up/hand-over.mjs'
import { endPlainly, SetUpError } from './set-up/sentence.mjs'

const [file, ...args] = process.argv.slice(2)
await endPlainly(() => {
  if (!file) throw new SetUpError('请给出要运行的文件。', 'Name the file to run.')
  return handOver(file, args)
})
