import { expect, test } from 'vitest'
import type { MessageKind, ThreadMessageFragment, ThreadSessionFragment } from '../generated/operations.ts'
import { groupGapMs, groupMessages } from './group-messages.ts'

const noon = new Date(2026, 10, 23, 12).getTime()

function message(
  sequence: number,
  who: 'CUSTOMER' | 'AGENT',
  rest: { afterMs?: number; channel?: string; kind?: MessageKind; session?: string } = {},
): ThreadMessageFragment {
  return {
    id: `m${sequence}`,
    sequence,
    cursor: `c${sequence}`,
    sessionId: rest.session ?? 's1',
    channel: rest.channel ?? 'web-chat',
    kind: rest.kind ?? 'TEXT',
    text: `#${sequence}`,
    clientMessageId: null,
    sentAt: new Date(noon + (rest.afterMs ?? sequence * 1_000)).toISOString(),
    attachments: [],
    location: null,
    author: { id: who, purpose: who, displayName: who },
    delivery: null,
  }
}
const call: ThreadSessionFragment = {
  id: 's2',
  channel: 'phone',
  mediaType: 'VOICE',
  status: 'ENDED',
  displayName: null,
  startedAt: new Date(noon).toISOString(),
  answeredAt: null,
  endedAt: null,
  segments: [],
}
const shape = (messages: ThreadMessageFragment[]) =>
  groupMessages(messages, [call]).map((row) =>
    row.kind === 'group' ? row.messages.map((entry) => entry.sequence).join() : row.kind,
  )

test('what one speaker says in a row stands together', () => {
  const list = [message(1, 'CUSTOMER'), message(2, 'CUSTOMER'), message(3, 'AGENT'), message(4, 'CUSTOMER')]
  expect(shape(list)).toEqual(['day', '1,2', '3', '4'])
})

test('a long silence begins a new group', () => {
  const at = (ms: number) => ({ afterMs: ms })
  expect(shape([message(1, 'CUSTOMER', at(0)), message(2, 'CUSTOMER', at(groupGapMs))])).toEqual([
    'day',
    '1,2',
  ])
  expect(shape([message(1, 'CUSTOMER', at(0)), message(2, 'CUSTOMER', at(groupGapMs + 1))])).toEqual([
    'day',
    '1',
    '2',
  ])
})

test('a change of channel is a line, and a call is one segment', () => {
  const phone = { channel: 'phone', kind: 'CALL', session: 's2' } as const
  const list = [
    message(1, 'CUSTOMER'),
    message(2, 'AGENT', phone),
    message(3, 'AGENT', phone),
    message(4, 'CUSTOMER'),
  ]
  expect(shape(list)).toEqual(['day', '1', 'channel', 'call', 'channel', '4'])
})

test('a note of the system interrupts a group', () => {
  const list = [message(1, 'CUSTOMER'), message(2, 'AGENT', { kind: 'SYSTEM' }), message(3, 'CUSTOMER')]
  expect(shape(list)).toEqual(['day', '1', 'note', '3'])
})

test('a new day is announced', () => {
  const list = [message(1, 'CUSTOMER'), message(2, 'CUSTOMER', { afterMs: 24 * 3_600_000 })]
  expect(shape(list)).toEqual(['day', '1', 'day', '2'])
})
