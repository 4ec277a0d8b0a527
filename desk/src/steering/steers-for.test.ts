import { expect, test } from 'vitest'
import { steeredContact } from './steered-contact.ts'
import { steersFor } from './steers-for.ts'

test.each([
  ['QUEUED', 'assign reprioritize move why'],
  ['RESERVED', 'assign pull reprioritize move why'],
  ['ASSIGNED', 'pull why'],
  ['COMPLETED', ''],
  ['CANCELED', ''],
] as const)('a contact that is %s: %s', (status, expected) => {
  expect(steersFor(status).join(' ')).toBe(expected)
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
    queue: { id: 'q', name: 'Q' },
    reservation: { status, agent: ana },
  } as const
  expect(steeredContact(work, 'Kim').agent).toEqual(has ? ana : undefined)
})
