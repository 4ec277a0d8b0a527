import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type StaffViewer, staffRoles } from '#platform/identity/viewer.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import { accountShown } from '../account-shown.ts'
import { type AccountRow, Accounts } from '../accounts.ts'
import { administerAccounts } from '../administer-account.ts'
import type { Identity } from '../identity.ts'
import { refuseWeakPassword } from '../password-rules.ts'
import { refuseForgery } from '../refuse-forgery.ts'
import { makeAccount } from '../save-account.ts'
import { callerOf, staffWith } from './caller-of.ts'
import { parseBody } from './parse-body.ts'

const password = z.string().max(1_000)
const roles = z.array(z.enum(staffRoles)).min(1)
const newAccount = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(320)),
  password,
  name: z.string().trim().min(1).max(200),
  roles,
})

const maxListed = 1_000

const shown = (row: AccountRow) => ({
  ...accountShown(row),
  createdAt: row.createdAt,
  ...(row.issuer ? { issuer: row.issuer, subject: row.subject } : {}),
  ...(row.disabledAt ? { disabledAt: row.disabledAt } : {}),
})

type OfAccount = { Params: { id: string } }

/** `/auth/accounts`: admins list, make, change and disable accounts. */
export function accountRoutes(
  app: FastifyInstance,
  identity: Identity,
  config: Pick<RouterConfig, 'PUBLIC_URL'>,
): void {
  const administration = administerAccounts(identity)
  const adminThatChanges = async (request: FastifyRequest): Promise<StaffViewer> => {
    const caller = await callerOf(request, identity.authenticate)
    const admin = staffWith(caller, 'admin')
    refuseForgery(caller, request.headers, config.PUBLIC_URL, true)
    return admin
  }

  app.get('/auth/accounts', async (request) => {
    staffWith(await callerOf(request, identity.authenticate), 'admin')
    const rows = await Accounts(identity.ctx.db)
      .find({}, { passwordHash: 0 })
      .sort({ email: 1, _id: 1 })
      .limit(maxListed)
      .lean<AccountRow[]>()
    return { accounts: rows.map(shown) }
  })

  app.post('/auth/accounts', async (request, reply) => {
    await adminThatChanges(request)
    const input = parseBody(newAccount, request.body)
    refuseWeakPassword(input.password, input.email)
    return reply.code(201).send({ account: shown(await makeAccount(identity.ctx, input)) })
  })

  for (const [path, disabled] of [
    ['disable', true],
    ['enable', false],
  ] as const) {
    app.post<OfAccount>(`/auth/accounts/:id/${path}`, async (request) => {
      const admin = await adminThatChanges(request)
      return { account: shown(await administration.setDisabled(request.params.id, disabled, admin.id)) }
    })
  }

  app.post<OfAccount>('/auth/accounts/:id/roles', async (request) => {
    const admin = await adminThatChanges(request)
    const wanted = parseBody(z.object({ roles }), request.body)
    return { account: shown(await administration.setRoles(request.params.id, wanted.roles, admin.id)) }
  })

  app.post<OfAccount>('/auth/accounts/:id/password', async (request, reply) => {
    await adminThatChanges(request)
    const given = parseBody(z.object({ password }), request.body)
    await administration.resetPassword(request.params.id, given.password)
    return reply.code(204).send()
  })
}
