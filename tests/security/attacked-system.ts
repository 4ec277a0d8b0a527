import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { ask, staffToken, visitorToken } from '../router/front/person.ts'
import { startTestSystem, type TestSystem } from '../router/front/test-system.ts'

/** A system whose router is set up as for the internet, and those who use it. */
export interface AttackedSystem {
  system: TestSystem
  url: string
  staff: string
  visitor: string
  stop(): Promise<void>
}

/** Starts the router with its schema closed, before real subgraphs and stores. */
export async function startAttackedSystem(env: Record<string, string> = {}): Promise<AttackedSystem> {
  const system = await startTestSystem({ ALLOW_INTROSPECTION: 'false', ...env })
  const { url } = system.router
  const staff = await staffToken(url)
  const { token: visitor } = await visitorToken(url)
  return { system, url, staff, visitor, stop: () => system.stop() }
}

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number
  text: string
  headers: Headers
}

/** Posts a body as it is. */
export async function send(
  url: string,
  token: string | undefined,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body,
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** The codes of an answer's errors; empty when it has none. */
export function codesOf({ text }: RawAnswer): unknown[] {
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[] }
  return errors.map(({ extensions }) => extensions?.code)
}

/** What the router still has to do for everybody: answers an ordinary question. */
export async function stillServes({ url, staff }: AttackedSystem): Promise<boolean> {
  const answer = await ask<{ customers: { name: string }[] }>(url, staff, '{ customers { name } }')
  return answer.data?.customers[0]?.name === 'Person p1'
}

/** Counts how often the planner is asked, from now on, by any router in this process. */
export function countPlans(): { readonly count: number; stop(): void } {
  const { plan } = QueryPlanner.prototype
  let count = 0
  QueryPlanner.prototype.plan = function (this: QueryPlanner, ...asked) {
    count++
    return plan.apply(this, asked)
  }
  return {
    get count() {
      return count
    },
    stop: () => {
      QueryPlanner.prototype.plan = plan
    },
  }
}
