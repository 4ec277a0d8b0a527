import { agentPresenceChanged } from './agent-presence-changed.ts'
import { contactReleased } from './contact-released.ts'
import { identityResolved } from './identity-resolved.ts'
import { messageRecorded } from './message-recorded.ts'
import { reservationAccepted } from './reservation-accepted.ts'
import { reservationClosed } from './reservation-closed.ts'
import { reservationCreated } from './reservation-created.ts'
import { sessionAnswered } from './session-answered.ts'
import { sessionEnded } from './session-ended.ts'
import { sessionStarted } from './session-started.ts'
import { sessionTurn } from './session-turn.ts'
import { sessionWrappedUp } from './session-wrapped-up.ts'
import { slaMet } from './sla-met.ts'
import { slaMissed } from './sla-missed.ts'
import { slaWarned } from './sla-warned.ts'
import { workItemClosed } from './work-item-closed.ts'
import { workItemQueued } from './work-item-queued.ts'
import { workRequested } from './work-requested.ts'

/** Every domain event, for tests and documentation that go over all of them. */
export const events = [
  agentPresenceChanged,
  contactReleased,
  identityResolved,
  messageRecorded,
  reservationAccepted,
  reservationClosed,
  reservationCreated,
  sessionAnswered,
  sessionEnded,
  sessionStarted,
  sessionTurn,
  sessionWrappedUp,
  slaMet,
  slaMissed,
  slaWarned,
  workItemClosed,
  workItemQueued,
  workRequested,
] as const
