import type { ContactRecord } from '../models/contact.ts'
import { type ContactTally, emptyTally } from './contact-tally.ts'

/**
 * What one contact adds to the figures; the aggregation in `tally-contacts.ts` says the same in the store's language,
 * and a test holds them together. Pure.
 *
 * - A contact without a queue was offered to nobody and adds nothing.
 * - Abandoned: it ended before anybody answered, unless an agent ended it (a spam message that was closed).
 * - A target that was kept was kept, though it was taken for missed before the news of an answer in time came: routing
 *   meets a clock only then. So one contact adds to one side of the service level.
 */
export function tallyOf(contact: ContactRecord): ContactTally {
  const { queued, answered, ended, wrappedUp, closedAt, slaMetAt, slaMissedAt } = contact
  if (!queued) return emptyTally
  const unansweredEnd = ended !== undefined && !answered && !ended.answered
  const handled = answered && wrappedUp
  return {
    offered: 1,
    answered: answered ? 1 : 0,
    abandoned: unansweredEnd && ended.by !== 'AGENT' ? 1 : 0,
    waiting: !answered && !ended && !closedAt ? 1 : 0,
    slaMet: slaMetAt ? 1 : 0,
    slaMissed: slaMissedAt && !slaMetAt ? 1 : 0,
    answerMs: answered ? [Math.max(0, answered.at.getTime() - queued.at.getTime())] : [],
    handled: handled ? 1 : 0,
    handleMs: handled ? Math.max(0, wrappedUp.at.getTime() - answered.at.getTime()) : 0,
    messagesIn: contact.messagesIn ?? 0,
    messagesOut: contact.messagesOut ?? 0,
  }
}
