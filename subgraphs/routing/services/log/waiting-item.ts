import type { WorkItemRecord } from '../../models/work-item.ts'
import type { WaitingItem } from '../core/waiting-item.ts'

/** A work item's row, while it waits, as the core knows it. */
export function waitingItem(item: WorkItemRecord): WaitingItem {
  return {
    id: item._id,
    version: item.version,
    queueId: item.queueId,
    mediaType: item.mediaType,
    queuedAtMs: item.queuedAt.getTime(),
    orderAtMs: item.orderAt.getTime(),
    ...(item.language && { language: item.language }),
    ...(item.lastAgentId && { lastAgentId: item.lastAgentId }),
    ...(item.onlyAgentId && { onlyAgentId: item.onlyAgentId }),
    ...(item.notBefore && { notBeforeMs: item.notBefore.getTime() }),
    passedOver: item.passedOver.map(({ agentId, at }) => ({ agentId, atMs: at.getTime() })),
  }
}
