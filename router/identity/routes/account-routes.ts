import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { staffRoles } from '#platform/identity/viewer.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import { type AccountRow, Accounts } from '../accounts.ts'
import type { Identity } from '../identity.ts'
import { refuseForgery } from '../refuse-forgery.ts'
import { makeAccount } from '../save-account.ts'
import { callerOf, staffWith } from './caller-of.ts'
import { parseBody } from './parse-body.ts'

const newAccount = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(320)),
  password: z.string().min(10, 'has to be at least 10 characters').max(1_000),
  name: z.string().trim().min(1).max(200),
  roles: z.array(z.enum(staffRoles)).min(1),
})

const maxListed = 1_000

const shown = ({ _id: id, email, name, roles, createdAt }: AccountRow) => ({
  id,
  email,
  name,
  roles,
  createdAt,
})

/** `/auth/accounts`: admins list and make accounts. */
export function accountRoutes(
  app: FastifyInstance,
  identity: Identity,
  config: Pick<RouterConfig, 'PUBLIC_URL'>,
): void {
  app.get('/auth/accounts', async (request) => {
    const caller = await callerOf(request, identity.authenticate)
    staffWith(caller, 'admin')
    const rows = await Accounts(identity.ctx.db)
      .find({}, { passwordHash: 0 })
      .sort({ email: 1 })
      .limit(maxListed)
      .lean<AccountRow[]>()
    return { accounts: rows.map(shown) }
  })

  app.post('/auth/accounts', async (request, reply) => {
    const caller = await callerOf(request, identity.authenticate)
    staffWith(caller, 'admin')
    refuseForgery(caller, request.headers, config.PUBLIC_URL, true)
    const account = await makeAccount(identity.ctx, parseBody(newAccount, request.body))
    return reply.code(201).send({ account: shown(account) })
  })
}
