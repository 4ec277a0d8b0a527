import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { notFound } from '#platform/errors/not-found.ts'
import type { RouterConfig } from '../../front/router-config.ts'
import { partnerScopes } from '../field-access.ts'
import type { Identity } from '../identity.ts'
import type { PartnerKeys } from '../partner-keys.ts'
import { refuseForgery } from '../refuse-forgery.ts'
import { callerOf, staffWith } from './caller-of.ts'
import { parseBody } from './parse-body.ts'

const newKey = z.object({
  name: z.string().trim().min(1).max(200),
  scopes: z
    .array(z.string().refine((scope) => partnerScopes.includes(scope), `has to be one of ${partnerScopes}`))
    .min(1),
})

/** `/auth/api-keys`: admins make, list and revoke partners' keys. */
export function apiKeyRoutes(
  app: FastifyInstance,
  identity: Identity,
  keys: PartnerKeys,
  config: Pick<RouterConfig, 'PUBLIC_URL'>,
): void {
  app.get('/auth/api-keys', async (request) => {
    staffWith(await callerOf(request, identity.authenticate), 'admin')
    const rows = await keys.list()
    return { apiKeys: rows.map(({ _id: id, ...row }) => ({ id, ...row })) }
  })

  app.post('/auth/api-keys', async (request, reply) => {
    const caller = await callerOf(request, identity.authenticate)
    const admin = staffWith(caller, 'admin')
    refuseForgery(caller, request.headers, config.PUBLIC_URL, true)
    const { name, scopes } = parseBody(newKey, request.body)
    return reply.code(201).send(await keys.make(name, scopes, admin.id))
  })

  app.post<{ Params: { id: string } }>('/auth/api-keys/:id/revoke', async (request, reply) => {
    const caller = await callerOf(request, identity.authenticate)
    staffWith(caller, 'admin')
    refuseForgery(caller, request.headers, config.PUBLIC_URL, true)
    const { id } = request.params
    if (!(await keys.revoke(id))) throw notFound({ kind: 'ApiKey', id })
    return reply.code(204).send()
  })
}
