import { expect, test } from 'vitest'
import { steeredContact } from './steered-contact.ts'
import { steersFor } from './steers-for.ts'

test.each([
  ['QUEUED', false, 'assign reprioritize move callBack why'],
  ['QUEUED', true, 'assign reprioritize move cancelCallback why'],
  ['RESERVED', false, 'assign pull reprioritize move callBack why'],
  ['ASSIGNED', true, 'pull cancelCallback why'],
  ['COMPLETED', false, ''],
  ['CANCELED', true, ''],
] as const)('a contact that is %s, to be called back %s: %s', (status, calledBack, expected) => {
  expect(steersFor({ status, calledBack }).join(' ')).toBe(expected)
})

test.each([
  [null, false],
  [{ takenAt: null }, true],
  [{ takenAt: '2026-11-25T12:00:00Z' }, false],
])('with the callback %j somebody is still to call: %s', (callback, calledBack) => {
  const queue = { id: 'q', name: 'Q' }
  const work = {
    id: 'w',
    status: 'QUEUED',
    mediaType: 'VOICE',
    priority: 0,
    queue,
    reservation: null,
  } as const
  expect(steeredContact({ ...work, callback }, 'Kim').calledBack).toBe(calledBack)
})

test.each([
  ['PENDING', true],
  ['ACCEPTED', true],
  ['TIMED_OUT', false],
  ['COMPLETED', false],
])('by a reservation that is %s somebody has the contact: %s', (status, has) => {
  const ana = { id: 'ana', name: 'Ana' }
  const work = {
    id: 'w',
    status: 'RESERVED',
    mediaType: 'CHAT',
    priority: 0,
    callback: null,
    queue: { id: 'q', name: 'Q' },
    reservation: { status, agent: ana },
  } as const
  expect(steeredContact(work, 'Kim').agent).toEqual(has ? ana : undefined)
})
