import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import type { ServiceBindings } from './access-guard.ts'

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  json: 'application/json',
}

/** What a page of ours may do: run the scripts this response names, and talk to this service; nothing else. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // What these scripts import carries their nonce; 'strict-dynamic' would also trust a script that text brings in.
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The interface: one page with a nonce of its own per response, and its files, named by their hash. */
export function pageRoutes(rendererFolder: URL) {
  const page = async () => readFile(new URL('index.html', rendererFolder), 'utf8')
  return new Hono<ServiceBindings>()
    .get('/assets/:name', async (c) => {
      const name = c.req.param('name')
      const type = TYPES[/\.(\w+)$/.exec(name)?.[1] ?? '']
      if (!type || !/^[\w.-]+$/.test(name)) return c.notFound()
      const bytes = await readFile(new URL(`assets/${name}`, rendererFolder)).catch(() => undefined)
      if (!bytes) return c.notFound()
      return c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' })
    })
    .get('*', async (c) => {
      if (c.req.path.startsWith('/api/')) return c.notFound()
      const nonce = randomBytes(16).toString('base64')
      const html = (await page()).replaceAll('__CSP_NONCE__', nonce)
      c.header('Content-Security-Policy', contentSecurityPolicy(nonce))
      c.header('Cache-Control', 'no-store')
      return c.html(html)
    })
}
