import { loadConfig } from '#platform/config/load-config.ts'
import { serviceConfig } from '#platform/config/service-config.ts'
import { newId } from '#platform/ids/new-id.ts'
import { openService } from '#platform/service/open-service.ts'
import { workRequested } from '#schema/events/work-requested.ts'

/** Contacts in one transaction. */
const batchSize = 250

/**
 * Has social contacts ask for work, as the conversation subgraph would: by events out of an outbox, to the routing
 * process that runs with this environment.
 * @param requestedAt when each of them began
 */
export async function requestContacts(env: NodeJS.ProcessEnv, requestedAt: readonly Date[]): Promise<void> {
  const config = loadConfig(serviceConfig, { ...env, LOG_LEVEL: 'error' })
  const service = await openService({ name: 'contacts', config })
  service.work()
  try {
    for (let from = 0; from < requestedAt.length; from += batchSize) {
      await service.ctx.transaction(async (session) => {
        for (const at of requestedAt.slice(from, from + batchSize)) {
          const contact = { sessionId: newId(), conversationId: newId(), channel: 'bench', account: 'main' }
          await service.ctx.emit(
            workRequested,
            { ...contact, mediaType: 'SOCIAL', requestedAt: at },
            session,
            1,
          )
        }
      })
    }
    const outbox = service.ctx.db.collection('outbox')
    while ((await outbox.countDocuments({}, { limit: 1 })) > 0) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } finally {
    await service.ctx.db.dropDatabase()
    await service.close()
  }
}
