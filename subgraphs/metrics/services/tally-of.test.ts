import { expect, test } from 'vitest'
import type { ContactRecord } from '../models/contact.ts'
import { tallyOf } from './tally-of.ts'

const at = (sec: number) => new Date(Date.UTC(2026, 10, 23, 12, 0, sec))
const queued = { at: at(0), queueId: 'q' }
const answered = { at: at(15), agentId: 'a' }

const cases: Array<[string, Omit<ContactRecord, '_id'>, object]> = [
  [
    'that was offered to nobody',
    { startedAt: at(0), messagesIn: 3 },
    { offered: 0, messagesIn: 0, waiting: 0 },
  ],
  ['that waits', { queued }, { offered: 1, waiting: 1, answered: 0, abandoned: 0 }],
  ['that was answered', { queued, answered }, { answered: 1, waiting: 0, answerMs: [15_000] }],
  [
    'answered before its queueing was stamped',
    { queued: { ...queued, at: at(20) }, answered },
    { answerMs: [0] },
  ],
  [
    'that hung up',
    { queued, ended: { at: at(9), by: 'CUSTOMER', answered: false } },
    { abandoned: 1, waiting: 0, answered: 0, slaMet: 0, slaMissed: 0 },
  ],
  [
    'that an agent closed as spam',
    { queued, ended: { at: at(9), by: 'AGENT', answered: false } },
    { abandoned: 0 },
  ],
  [
    'whose end came before the news of its answer',
    { queued, ended: { at: at(9), by: 'CUSTOMER', answered: true } },
    { abandoned: 0, waiting: 0 },
  ],
  ['whose work was canceled', { queued, closedAt: at(9) }, { waiting: 0, abandoned: 0 }],
  [
    'that is finished',
    { queued, answered, wrappedUp: { at: at(75), code: 'RESOLVED' }, slaMetAt: at(15) },
    { handled: 1, handleMs: 60_000, slaMet: 1, slaMissed: 0 },
  ],
  ['wrapped up unanswered', { queued, wrappedUp: { at: at(75), code: 'SPAM' } }, { handled: 0, handleMs: 0 }],
  [
    'whose answer in time was heard of late, when its target counted as missed',
    { queued, slaMissedAt: at(20), slaMetAt: at(19) },
    { slaMet: 1, slaMissed: 0 },
  ],
  [
    'that missed its target',
    { queued, slaWarnedAt: at(15), slaMissedAt: at(20) },
    { slaMet: 0, slaMissed: 1 },
  ],
]

test.each(cases)('a contact %s', (_case, contact, expected) => {
  expect(tallyOf({ _id: 's', ...contact })).toMatchObject(expected)
})
