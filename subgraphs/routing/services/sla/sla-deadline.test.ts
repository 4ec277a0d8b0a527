import { expect, test } from 'vitest'
import { defaultSlaPolicies } from './default-sla-policies.ts'
import { slaDeadline } from './sla-deadline.ts'

const noon = new Date('2026-11-23T12:00:00.000Z')

test.each([
  ['VOICE', '12:00:15', '12:00:20'],
  ['CHAT', '12:02:00', '12:03:00'],
  ['SOCIAL', '12:25:00', '12:30:00'],
  ['EMAIL', '15:30:00', '16:00:00'],
] as const)('a %s contact that arrives at noon is warned at %s and due at %s', (mediaType, warn, due) => {
  expect(slaDeadline(defaultSlaPolicies[mediaType], noon)).toEqual({
    warnAt: new Date(`2026-11-23T${warn}.000Z`),
    dueAt: new Date(`2026-11-23T${due}.000Z`),
  })
})
