import type { CallbackPartsFragment, MediaType, WorkItemStatus } from '../generated/operations.ts'

/** A contact as a supervisor steers it. */
export interface SteeredContact {
  workItemId: string
  /** The customer's name, or what stands for it. */
  name: string
  status: WorkItemStatus
  mediaType: MediaType
  priority: number
  queue: { id: string; name: string }
  /** Somebody is still to call the customer. */
  calledBack: boolean
  /** Whom it rings at, or who has it. */
  agent: { id: string; name: string } | undefined
}

interface Steerable {
  id: string
  status: WorkItemStatus
  mediaType: MediaType
  priority: number
  callback: Pick<CallbackPartsFragment, 'takenAt'> | null
  queue: { id: string; name: string }
  reservation: { status: string; agent: { id: string; name: string } } | null
}

const live = new Set(['PENDING', 'ACCEPTED'])

/** Reads a work item as somebody who steers sees it. */
export const steeredContact = (work: Steerable, name: string): SteeredContact => ({
  workItemId: work.id,
  name,
  status: work.status,
  mediaType: work.mediaType,
  priority: work.priority,
  queue: work.queue,
  calledBack: work.callback !== null && work.callback.takenAt === null,
  agent: work.reservation && live.has(work.reservation.status) ? work.reservation.agent : undefined,
})
