import { createOutput, type GlobalOptions, type Output } from './command-context.ts'
import { openServiceClient, type ServiceClient, type ServiceClientOptions } from './service-client.ts'

/** Runs a command against the library's service, and leaves it again whatever happens. */
export async function askService(
  options: GlobalOptions,
  ask: (client: ServiceClient, output: Output) => Promise<void>,
  opening: ServiceClientOptions = {},
): Promise<void> {
  const client = await openServiceClient(options.library, opening)
  try {
    await ask(client, createOutput(options.json))
  } finally {
    await client.close()
  }
}

/** The same for commands on what comes with the app, which a library that only commands ever opened has too. */
export const askWithExamples = (options: GlobalOptions, ask: Parameters<typeof askService>[1]): Promise<void> =>
  askService(options, ask, { withStarterContent: true })
