import path from 'node:path'
import { build } from 'vite'

/** Builds the interface by vite.config.ts: for production, whatever the environment of the caller says. */
export async function buildRenderer(root: string): Promise<void> {
  const before = process.env.NODE_ENV
  // Vite asks the environment first; React's two forms mixed show nothing but an empty window.
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}
