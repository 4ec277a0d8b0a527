import { post } from '../front/person.ts'

/** What a sign-in or refresh answers to a program. */
export interface HeldTokens {
  account: { id: string; email: string; name: string; roles: string[] }
  expiresAt: string
  tokenExpiresAt: string
  token: string
  refreshToken: string
}

/** Signs in as a program does, which holds its tokens itself. */
export async function signInFor(url: string, email: string, password: string): Promise<HeldTokens> {
  const response = await post(`${url}/auth/sign-in?token=true`, { email, password })
  if (response.status !== 200) throw new Error(`sign-in: ${response.status} ${await response.text()}`)
  return (await response.json()) as HeldTokens
}

/** Makes an account; its password is `<name> has a password`. */
export async function makeStaff(
  url: string,
  adminToken: string,
  name: string,
  roles: string[] = ['agent'],
): Promise<{ id: string; email: string; password: string }> {
  const account = { email: `${name}@front.test`, password: `${name} has a password`, name, roles }
  const made = await post(`${url}/auth/accounts`, account, adminToken)
  if (made.status !== 201) throw new Error(`account: ${made.status} ${await made.text()}`)
  const { account: row } = (await made.json()) as { account: { id: string } }
  return { id: row.id, email: account.email, password: account.password }
}

/** The cookies that an answer sets, by name; empty ones are deleted ones. */
export function cookiesOf(response: Response): Record<string, string> {
  return Object.fromEntries(
    response.headers.getSetCookie().map((cookie) => {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

/** The code of a REST refusal, with its status. */
export async function refusalOf(response: Response): Promise<[number, string | undefined]> {
  const body = (await response.json().catch(() => ({}))) as { error?: { code?: string } }
  return [response.status, body.error?.code]
}
