import type { GraphQLFormattedError } from 'graphql'
import type { StaffRole } from '#platform/identity/viewer.ts'
import { adminEmail, adminPassword } from './test-system.ts'

export interface GraphAnswer<D = Record<string, never>> {
  status: number
  data?: D | null
  errors?: GraphQLFormattedError[]
}

/** Signs in and gives the staff token. */
export async function staffToken(url: string, email = adminEmail, password = adminPassword): Promise<string> {
  const response = await post(`${url}/auth/sign-in?token=true`, { email, password })
  if (response.status !== 200) throw new Error(`sign-in: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { token: string }).token
}

/** Makes an account of one role and signs in with it. */
export async function staffWithRoles(url: string, name: string, roles: StaffRole[]): Promise<string> {
  const email = `${name}@front.test`
  const password = `${name} has a password`
  const made = await post(`${url}/auth/accounts`, { email, password, name, roles }, await staffToken(url))
  if (made.status !== 201) throw new Error(`account: ${made.status} ${await made.text()}`)
  return staffToken(url, email, password)
}

/** A widget's token. */
export async function visitorToken(url: string): Promise<{ token: string; visitorId: string }> {
  const response = await post(`${url}/auth/visitor`, { account: 'main' })
  if (response.status !== 200) throw new Error(`visitor: ${response.status} ${await response.text()}`)
  return (await response.json()) as { token: string; visitorId: string }
}

/** Makes a partner's key with these scopes. */
export async function partnerKey(
  url: string,
  scopes = ['conversations:read'],
): Promise<{ id: string; key: string }> {
  const made = await post(`${url}/auth/api-keys`, { name: 'BI', scopes }, await staffToken(url))
  if (made.status !== 201) throw new Error(`api key: ${made.status} ${await made.text()}`)
  return (await made.json()) as { id: string; key: string }
}

/** Posts JSON, with a bearer token where one is given. */
export function post(
  url: string,
  body: unknown,
  token?: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: JSON.stringify(body),
  })
}

/** Asks the graph by HTTP. */
export async function ask<D = Record<string, never>>(
  url: string,
  token: string | undefined,
  query: string,
  variables?: Record<string, unknown>,
): Promise<GraphAnswer<D>> {
  const response = await post(`${url}/graphql`, { query, variables }, token)
  return { status: response.status, ...((await response.json()) as Omit<GraphAnswer<D>, 'status'>) }
}

/** The code of an answer's first error. */
export const codeOf = (answer: GraphAnswer<unknown>): unknown => answer.errors?.[0]?.extensions?.code
