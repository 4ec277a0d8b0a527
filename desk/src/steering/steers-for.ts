import type { WorkItemStatus } from '../generated/operations.ts'

/** What a supervisor can do with a contact. */
export type Steer = 'assign' | 'pull' | 'reprioritize' | 'move' | 'why'

const steers: Partial<Record<WorkItemStatus, readonly Steer[]>> = {
  QUEUED: ['assign', 'reprioritize', 'move', 'why'],
  RESERVED: ['assign', 'pull', 'reprioritize', 'move', 'why'],
  ASSIGNED: ['pull', 'why'],
  PARKED: ['assign', 'why'],
  WRAPPING: ['why'],
}

/** What can be done with a contact that stands there; with one that is over, nothing. */
export const steersFor = (status: WorkItemStatus): readonly Steer[] => steers[status] ?? []
