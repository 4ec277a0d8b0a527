import type { SteeredContact } from './steered-contact.ts'

/** What a supervisor can do with a contact. */
export type Steer = 'assign' | 'pull' | 'reprioritize' | 'move' | 'callBack' | 'cancelCallback' | 'why'

const steers: Partial<Record<SteeredContact['status'], readonly Steer[]>> = {
  QUEUED: ['assign', 'reprioritize', 'move', 'callBack', 'cancelCallback', 'why'],
  RESERVED: ['assign', 'pull', 'reprioritize', 'move', 'callBack', 'cancelCallback', 'why'],
  ASSIGNED: ['pull', 'callBack', 'cancelCallback', 'why'],
  PARKED: ['assign', 'callBack', 'cancelCallback', 'why'],
  WRAPPING: ['callBack', 'cancelCallback', 'why'],
}

/** What can be done with a contact that stands there; with one that is over, nothing. */
export const steersFor = ({
  status,
  calledBack,
}: Pick<SteeredContact, 'status' | 'calledBack'>): readonly Steer[] =>
  (steers[status] ?? []).filter((steer) => steer !== (calledBack ? 'callBack' : 'cancelCallback'))
