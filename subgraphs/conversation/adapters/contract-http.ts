import type { SendOutcome } from './contract.ts'

/** A provider's answer. */
export interface ProviderAnswer {
  status: number
  headers: Headers
  /** The parsed JSON; undefined when it was none. */
  body: unknown
}

const timeoutMs = 10_000
const maxAnswerBytes = 256 * 1_024

/**
 * Posts JSON to a provider, bounded in time and in the answer's size.
 * @returns the answer whatever its status, or a `retry` when there was none
 */
export async function postJson(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<ProviderAnswer | Extract<SendOutcome, { kind: 'retry' }>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await readBounded(response)
    return { status: response.status, headers: response.headers, body: parseJson(text) }
  } catch (error) {
    // The message may hold the address, and that a token: only the kind of failure is told.
    const name = error instanceof Error ? error.name : 'Error'
    return { kind: 'retry', reason: `The channel did not answer (${name}).` }
  }
}

/** Milliseconds that a `Retry-After` header asks for (seconds, or a date by RFC 9110), where there is one. */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxAnswerBytes) throw new RangeError('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
