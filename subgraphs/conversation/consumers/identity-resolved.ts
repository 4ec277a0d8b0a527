import { defineConsumer } from '#platform/events/consume.ts'
import { isNewest } from '#platform/events/version-guard.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import type { ConversationService } from '../context.ts'
import { attachCustomer } from '../services/line/attach-customer.ts'

export const onIdentityResolved = defineConsumer({
  event: identityResolved,
  async run(ctx: ConversationService, envelope, session) {
    if (!(await isNewest(ctx, 'customer-of-identity', envelope, session))) return
    await attachCustomer(ctx, envelope.payload, session)
  },
})
