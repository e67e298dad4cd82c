import path from 'node:path'
import { build } from 'vite'

/** Builds the interface by vite.config.ts. */
export async function buildRenderer(root: string): Promise<void> {
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
}
