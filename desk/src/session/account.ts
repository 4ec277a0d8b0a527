import { fetchTimed } from '../time/server-clock.ts'
import { fetchSignedIn } from './renew-session.ts'

/** The roles the desk tells apart. */
export type StaffRole = 'agent' | 'supervisor' | 'knowledge-editor' | 'analyst' | 'admin'

/** The person who is signed in. */
export interface Account {
  id: string
  name: string
  email: string
  roles: StaffRole[]
}

/** The server refused, with its code; requestId helps to find it in the logs. */
export class AccountError extends Error {
  readonly code: string
  readonly requestId: string | undefined

  constructor(code: string, requestId: string | undefined) {
    super(code)
    this.code = code
    this.requestId = requestId
  }
}

async function call(path: string, init: RequestInit = {}, send = fetchTimed): Promise<Response> {
  return send(path, {
    ...init,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-csrf': 'desk' },
    signal: AbortSignal.timeout(15_000),
  })
}

async function accountOf(response: Response): Promise<Account> {
  const body = (await response.json().catch(() => ({}))) as {
    account?: Account
    error?: { code?: string }
    requestId?: string
  }
  if (response.ok && body.account) return body.account
  throw new AccountError(body.error?.code ?? `HTTP_${response.status}`, body.requestId)
}

/**
 * Who is signed in.
 * @returns undefined when nobody is
 * @throws AccountError or TypeError when the server cannot tell
 */
export async function currentAccount(): Promise<Account | undefined> {
  const response = await call('/auth/me', {}, fetchSignedIn)
  return response.status === 401 ? undefined : accountOf(response)
}

/** @throws AccountError with the reason: a wrong password, or a lock-out after several */
export async function signIn(email: string, password: string): Promise<Account> {
  return accountOf(await call('/auth/sign-in', { method: 'POST', body: JSON.stringify({ email, password }) }))
}

/** Ends the session, here and on the server. */
export async function signOut(): Promise<void> {
  await call('/auth/sign-out', { method: 'POST', body: '{}' })
}
