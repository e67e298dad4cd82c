import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { defaultLibrary } from '../service/default-library.ts'
import { plainError } from '../service/plain-error.ts'
import { CommandError } from './command-context.ts'
import { addBackupCommands } from './commands/backups.ts'
import { addBookCommand } from './commands/book.ts'
import { addChannelCommand } from './commands/channel.ts'
import { addCheckCommand } from './commands/check.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addExportCommand } from './commands/export.ts'
import { addFeedCommand } from './commands/feed.ts'
import { addFormCommand } from './commands/form.ts'
import { addGapsCommand } from './commands/gaps.ts'
import { addImportCommand } from './commands/import.ts'
import { addItemCommands } from './commands/items.ts'
import { addLedgerCommand } from './commands/ledger.ts'
import { addMeetingCommand } from './commands/meeting.ts'
import { addReportsCommand } from './commands/reports.ts'
import { addSearchCommand } from './commands/search.ts'
import { addServeCommand } from './commands/serve.ts'
import { addStoryCommand } from './commands/story.ts'
import { addTemplateCommand } from './commands/template.ts'
import { addUnitCommand } from './commands/unit.ts'
import { addUpdateCommand } from './commands/update.ts'
import { optionsBehindCommand } from './options-behind-command.ts'
import { usageError } from './usage-error.ts'

/** Exit codes: 0 done, 1 not done, 2 not understood, 130 stopped by Ctrl+C. */
async function main(): Promise<void> {
  const program = new Command('xinhuo')
    .description('薪火：乡镇离线知识库')
    .version(packageJson.version)
    .showHelpAfterError('（用 xinhuo --help 查看用法）')
    .configureOutput({ outputError: (text, write) => write(`${usageError(text)}\n`) })
    .exitOverride()
  addImportCommand(program)
  addSearchCommand(program)
  addItemCommands(program)
  addExportCommand(program)
  addBackupCommands(program)
  addDoctorCommand(program)
  addGapsCommand(program)
  addReportsCommand(program)
  addTemplateCommand(program)
  addUnitCommand(program)
  addBookCommand(program)
  addLedgerCommand(program)
  addUpdateCommand(program)
  addChannelCommand(program)
  addCheckCommand(program)
  addFormCommand(program)
  addStoryCommand(program)
  addFeedCommand(program)
  addMeetingCommand(program)
  addServeCommand(program)
  for (const command of program.commands.flatMap(leaves)) addGlobalOptions(command)
  await program.parseAsync(optionsBehindCommand(process.argv.slice(2), program), { from: 'user' })
}

/** The commands that are run: `gaps list`, not `gaps`. */
const leaves = (command: Command): Command[] =>
  command.commands.length > 0 ? command.commands.flatMap(leaves) : [command]

function addGlobalOptions(command: Command): void {
  command.addOption(
    new Option('--library <dir>', '资料库所在的文件夹').argParser(folder).default(defaultLibrary(), '本机的资料库'),
  )
  command.addOption(new Option('--json', '以 JSON 输出结果').default(false))
}

/** An empty name, as of a variable that was not set, would be the folder one happens to be in. */
function folder(text: string): string {
  if (text.trim() !== '' && !text.startsWith('--')) return text
  throw new InvalidArgumentError('应是一个文件夹。')
}

/** One clear sentence, or with `--json` the facts of the error. */
function tell(error: unknown): void {
  const { code, what, why, todo, message } = plainError(error)
  tellInJson({ code, what, why, todo })
  process.stderr.write(`${message}\n`)
}

function tellInJson(error: { code: string; what: string; why?: string | undefined; todo?: string | undefined }): void {
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error })}\n`)
}

// A reader of our output that goes away (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await main()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
    if (process.exitCode === 2) tellInJson({ code: 'USAGE', what: usageError(error.message) })
  } else {
    tell(error)
    process.exitCode = error instanceof CommandError && error.code === 'USAGE' ? 2 : 1
  }
}
