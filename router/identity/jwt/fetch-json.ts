/** What an issuer has to say is some kilobytes. */
const maxBytes = 256 * 1024
const timeoutMs = 5_000

/**
 * Fetches JSON from a configured address and from nowhere else: a redirect is a failure.
 * @throws Error when it takes too long, is too large, has another status than 200, or is not JSON
 */
export async function fetchJson(address: URL, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(address, {
    ...init,
    redirect: 'error',
    credentials: 'omit',
    headers: { accept: 'application/json', ...init.headers },
    signal: AbortSignal.timeout(timeoutMs),
  })
  const bytes = await readBounded(response)
  if (response.status !== 200) throw new Error(`${address.origin} answered ${response.status}`)
  return JSON.parse(bytes.toString()) as unknown
}

async function readBounded(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > maxBytes) throw new Error(`${response.url} answers more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
