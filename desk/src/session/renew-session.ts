import { fetchTimed } from '../time/server-clock.ts'

let running: Promise<boolean> | undefined

/**
 * Renews this browser's sign-in, whose tokens live for some minutes. Those who ask at the same moment share one
 * request; another tab may ask too.
 * @returns false when the sign-in has ended
 * @throws when the server cannot be reached, or cannot tell
 */
export function renewSession(): Promise<boolean> {
  running ??= askToRenew().finally(() => {
    running = undefined
  })
  return running
}

async function askToRenew(): Promise<boolean> {
  const { ok, status } = await fetch('/auth/refresh', {
    method: 'POST',
    body: '{}',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-csrf': 'desk' },
    signal: AbortSignal.timeout(15_000),
  })
  if (!ok && status !== 401) throw new Error(`the sign-in could not be renewed: ${status}`)
  return ok
}

/** Fetches, and once more after renewing where the sign-in's token had expired. */
export async function fetchSignedIn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetchTimed(input, init)
  return response.status === 401 && (await renewSession()) ? fetchTimed(input, init) : response
}
