import type { PipelineStage } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Contacts } from '../models/contact.ts'
import type { ContactTally } from './contact-tally.ts'

/** The contacts that joined a queue from `from` on and before `to`; of these queues only, when they are named. */
export interface ContactWindow {
  from: Date
  to: Date
  queueIds?: readonly string[]
}

/** The tally of one queue's contacts on one channel. */
export interface TallyRow extends ContactTally {
  queueId: string
  channel: string
}

/** A figure that takes longer is not worth its load. */
const maxTimeMs = 10_000

const has = (field: string) => ({ $ne: [{ $type: `$${field}` }, 'missing'] })
const one = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } })
const not = (condition: object) => ({ $not: [condition] })
const between = (from: string, to: string) => ({ $max: [0, { $subtract: [`$${to}`, `$${from}`] }] })

const answered = has('answered')
const ended = has('ended')
const handled = { $and: [answered, has('wrappedUp')] }
const abandoned = {
  $and: [ended, not(answered), { $eq: ['$ended.answered', false] }, { $ne: ['$ended.by', 'AGENT'] }],
}

const tally = {
  offered: { $sum: 1 },
  answered: one(answered),
  abandoned: one(abandoned),
  waiting: one({ $and: [not(answered), not(ended), not(has('closedAt'))] }),
  slaMet: one(has('slaMetAt')),
  slaMissed: one({ $and: [has('slaMissedAt'), not(has('slaMetAt'))] }),
  answerMs: { $push: { $cond: [answered, between('queued.at', 'answered.at'), '$$REMOVE'] } },
  handled: one(handled),
  handleMs: { $sum: { $cond: [handled, between('answered.at', 'wrappedUp.at'), 0] } },
  messagesIn: { $sum: '$messagesIn' },
  messagesOut: { $sum: '$messagesOut' },
}

/**
 * Tallies contacts by queue and channel, in one aggregation over an index, whatever the number of queues. See tallyOf
 * for what counts as what.
 */
export async function tallyContacts(ctx: ServiceContext, window: ContactWindow): Promise<TallyRow[]> {
  return Contacts(ctx.db).aggregate<TallyRow>(tallyPipeline(window)).option({ maxTimeMS: maxTimeMs })
}

/** The aggregation's stages. */
export function tallyPipeline({ from, to, queueIds }: ContactWindow): PipelineStage[] {
  return [
    {
      $match: {
        'queued.at': { $gte: from, $lt: to },
        ...(queueIds ? { 'queued.queueId': { $in: queueIds } } : {}),
      },
    },
    { $group: { _id: { queueId: '$queued.queueId', channel: '$channel' }, ...tally } },
    { $set: { queueId: '$_id.queueId', channel: '$_id.channel' } },
    { $unset: '_id' },
  ]
}
