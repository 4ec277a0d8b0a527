import { pageOf } from '#platform/graph/connection.ts'
import type { CustomerResolvers } from '../generated/resolvers.ts'
import { conversationsOfCustomer } from '../loaders.ts'
import { seesAll } from '../services/graph/sees.ts'
import { mustExist } from './must-exist.ts'

export const Customer: CustomerResolvers = {
  __resolveReference: ({ id }, ctx) => (seesAll(ctx.viewer) ? { id } : null),
  async conversations({ id }, { first, after }, ctx) {
    pageOf({ first, after })
    const key = JSON.stringify({ customerId: id, first, after })
    return mustExist(await conversationsOfCustomer(ctx).load(key), `customer ${id}`)
  },
}
