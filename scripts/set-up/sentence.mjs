/** A failure the person at the terminal can act on: one plain sentence, in Chinese and in English. */
export class SetUpError extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   */
  constructor(chinese, english) {
    super(`${chinese}\n${english}`)
    this.name = 'SetUpError'
  }
}

/**
 * Runs `work`; a {@link SetUpError} ends the process with its sentence, anything else with its stack.
 * @param {() => Promise<number | undefined>} work gives the exit code; undefined leaves the process running
 */
export async function endPlainly(work) {
  try {
    const code = await work()
    if (code !== undefined) process.exitCode = code
  } catch (error) {
    const report = error instanceof SetUpError ? error.message : error instanceof Error ? error.stack : error
    process.stderr.write(`${report}\n`)
    process.exitCode = 1
  }
}

/**
 * Tells the person what is going on; on stderr, since stdout belongs to what the command answers.
 * @param {string} chinese
 * @param {string} english
 */
export function tell(chinese, english) {
  process.stderr.write(`${chinese} ${english}\n`)
}
