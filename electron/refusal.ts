/** An answer in the service's own form of errors, given when the service cannot be asked. */
export function refusal(status: number, code: string, what: string): Response {
  return Response.json(
    { error: { code, what } },
    { status, headers: { 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' } },
  )
}
