import type { Command } from 'commander'

const LIBRARY = '--library'

/**
 * Puts `--library DIR` and `--json` behind the command's name: commands take them, and people and
 * scripts write them first as well.
 * @param given what was typed after `xinhuo`
 * @example optionsBehindCommand(['--json', 'gaps', 'list'], program) // ['gaps', 'list', '--json']
 */
export function optionsBehindCommand(given: readonly string[], program: Command): string[] {
  const names: string[] = []
  const options: string[] = []
  let command: Command | undefined = program
  let next = 0
  while (command && next < given.length) {
    const word: string = given[next] ?? ''
    const length = optionLength(word)
    const named: Command | undefined = command.commands.find((one) => one.name() === word)
    if (length > 0) options.push(...given.slice(next, next + length))
    else if (named) names.push(word)
    else break
    if (named) command = named.commands.length > 0 ? named : undefined
    next += Math.max(length, 1)
  }
  const rest = given.slice(next)
  if (!command) return [...names, ...options, ...rest]
  // No command, or none that there is: that is to be told, not an option of it.
  return rest.length === 0 ? names : [...names, ...rest, ...options]
}

/** Of how many words the option is that a word begins; none for any other word. */
const optionLength = (word: string) =>
  word === LIBRARY ? 2 : word === '--json' || word.startsWith(`${LIBRARY}=`) ? 1 : 0
