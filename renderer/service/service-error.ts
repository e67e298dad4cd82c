export interface ServiceErrorFacts {
  readonly code: string
  readonly what: string
  readonly why?: string | undefined
  readonly todo?: string | undefined
}

/** An answer of the service that is not the one asked for, or no answer at all (`status` 0). */
export class ServiceError extends Error {
  readonly code: string
  readonly what: string
  readonly why: string | undefined
  readonly todo: string | undefined
  readonly status: number

  constructor(facts: ServiceErrorFacts, status: number, cause?: unknown) {
    super(facts.what, cause === undefined ? undefined : { cause })
    this.name = 'ServiceError'
    this.code = facts.code
    this.what = facts.what
    this.why = facts.why
    this.todo = facts.todo
    this.status = status
  }
}

/** The error the service sent as `{error: {…}}`, or a plain one when the body says nothing usable. */
export async function errorFromResponse(response: Response): Promise<ServiceError> {
  const body: unknown = await response.json().catch(() => undefined)
  const sent = isRecord(body) && isRecord(body.error) ? body.error : {}
  return new ServiceError(
    {
      code: text(sent.code) ?? `HTTP_${response.status}`,
      what: text(sent.what) ?? `薪火没能完成这一步（${response.status}）。`,
      why: text(sent.why),
      todo: text(sent.todo),
    },
    response.status,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
