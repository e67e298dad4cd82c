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
