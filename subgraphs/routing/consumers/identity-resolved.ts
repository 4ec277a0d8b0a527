import { defineConsumer } from '#platform/events/consume.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import { knowCustomer } from '../services/work/know-customer.ts'

export const onIdentityResolved = defineConsumer({
  event: identityResolved,
  run: (ctx, { payload }, session) => knowCustomer(ctx, payload, session),
})
