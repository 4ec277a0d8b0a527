import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testEnvironment, testPrivateJwk } from '#platform/testkit/test-config.ts'
import { partFlags, routerFlags } from '../../../platform/supervisor/node-flags.ts'
import { Staff } from '../../scenarios/staff.ts'
import { type PartProcess, startPart } from './part-process.ts'

const program = fileURLToPath(new URL('../../../router/main.ts', import.meta.url))

export interface RouterPlan {
  /** Names its database and topics in the stores. */
  prefix: string
  folder: string
  /** SDL of the composed supergraph. */
  supergraph: string
  /** The subgraphs' GraphQL addresses. */
  subgraphUrls: Record<string, string>
  env?: NodeJS.ProcessEnv
}

/** The product's router, as `npm start` runs it: identity, limits, live hub. */
export interface RouterProcess extends PartProcess {
  /** Signs a new agent in, each call another one. */
  agentToken(): Promise<string>
}

/** Starts the router on the stores that MONGODB_URI and VALKEY_URL name. */
export async function startRouterProcess(plan: RouterPlan): Promise<RouterProcess> {
  const supergraphFile = join(plan.folder, 'supergraph.graphql')
  writeFileSync(supergraphFile, plan.supergraph)
  const admin = { email: 'admin@load.test', password: 'correct horse battery' }
  const router = await startPart({
    name: 'router',
    flags: [...partFlags, ...routerFlags],
    args: [program],
    folder: plan.folder,
    env: {
      ...process.env,
      ...testEnvironment(plan.prefix, { LOG_LEVEL: 'warn' }),
      IDENTITY_PRIVATE_JWK: testPrivateJwk,
      SUPERGRAPH_FILE: supergraphFile,
      SUBGRAPH_URLS: JSON.stringify(plan.subgraphUrls),
      BOOTSTRAP_ADMIN_EMAIL: admin.email,
      BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      ...plan.env,
    },
  })
  const staff = new Staff(router.url)
  let adminToken: string | undefined
  let agents = 0
  return {
    ...router,
    async agentToken() {
      const account = {
        email: `agent-${++agents}@load.test`,
        password: `the password of agent ${agents}`,
        name: `Agent ${agents}`,
        roles: ['agent'],
      }
      adminToken ??= await staff.signIn(admin.email, admin.password)
      await staff.createAccount(adminToken, account)
      return staff.signIn(account.email, account.password)
    },
  }
}
