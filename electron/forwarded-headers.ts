import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'

/** Headers of one connection (RFC 9110 §7.6.1), and those that the pipe gives a meaning of its own. */
const ofTheConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
const notForTheService = new Set([...ofTheConnection, 'host', 'origin', 'referer', 'cookie', 'authorization'])
const notForThePage = new Set([...ofTheConnection, 'set-cookie'])

/** What a page without a policy of its own may do: nothing. */
const closedPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export function requestHeaders(headers: Headers): OutgoingHttpHeaders {
  const passed: OutgoingHttpHeaders = { host: 'localhost' }
  for (const [name, value] of headers) {
    if (!notForTheService.has(name)) passed[name] = value
  }
  return passed
}

export function responseHeaders(answer: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || notForThePage.has(name)) continue
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set('x-content-type-options', 'nosniff')
  const isPage = /^(text\/html|application\/xhtml|image\/svg)/i.test(headers.get('content-type') ?? '')
  if (isPage && !headers.has('content-security-policy')) headers.set('content-security-policy', closedPolicy)
  return headers
}
