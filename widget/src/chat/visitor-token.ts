import type { ChatStorage } from './storage.ts'

const key = 'visitor'

/** The token of a visitor that this browser already is; undefined before the first chat. */
export const keptToken = (storage: ChatStorage): string | undefined => storage.get(key)

/** Forgets a token that the server does not accept any more. */
export const forgetToken = (storage: ChatStorage): void => storage.set(key, undefined)

/**
 * Makes this browser a visitor: asks for a token once and keeps it, so that the conversation is found again.
 * @throws Error when the server cannot be reached or refuses
 */
export async function obtainToken(server: string, account: string, storage: ChatStorage): Promise<string> {
  const kept = keptToken(storage)
  if (kept) return kept
  const response = await fetch(`${server}/auth/visitor`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  })
  if (!response.ok) throw new Error(`visitor token: ${response.status}`)
  const { token } = (await response.json()) as { token: string }
  storage.set(key, token)
  return token
}
