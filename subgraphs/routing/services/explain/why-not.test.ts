import { expect, test } from 'vitest'
import type { AgentState } from '../core/agent-state.ts'
import { defaultCapacity } from '../core/capacity.ts'
import type { Candidate, OfferDecision } from '../core/decision.ts'
import type { KnownThen } from './known-then.ts'
import { whyNot } from './why-not.ts'

const at = Date.UTC(2026, 10, 25, 12)

const ranked = (agentId: string, outcome: Candidate['outcome']): Candidate => ({
  agentId,
  outcome,
  lastAgent: false,
  preferences: 0,
  fit: 3,
  recentLoad: 0,
  flexibility: 1,
  breaksWhole: false,
  cost: 0,
  occupancy: 0,
  idleSinceMs: at,
})
const decision = (more: Partial<OfferDecision> = {}): OfferDecision => ({
  kind: 'OFFER',
  workItemId: 'item',
  version: 1,
  agentId: 'ada',
  queueId: 'chats',
  mediaType: 'CHAT',
  weight: 20,
  ring: 0,
  rule: 'LONGEST_IDLE',
  candidates: [ranked('ada', 'CHOSEN')],
  excluded: { unavailable: 0, lacksSkill: 0, noRoom: 0, passedOver: 0, held: 0 },
  ...more,
})
const agent = (more: Partial<AgentState> = {}): AgentState => ({
  id: 'bo',
  presence: 'AVAILABLE',
  presenceSinceMs: at - 60_000,
  idleSinceMs: at,
  skills: [{ skillId: 'chat', proficiency: 2 }],
  capacity: defaultCapacity,
  ...more,
})
const known = (more: Partial<KnownThen> = {}): KnownThen => ({
  agent: agent(),
  item: {
    id: 'item',
    version: 1,
    queueId: 'chats',
    mediaType: 'CHAT',
    queuedAtMs: at - 5_000,
    orderAtMs: at,
    passedOver: [],
  },
  queue: {
    id: 'chats',
    rings: [
      { relaxAfterMs: 0, alternatives: [[{ skillId: 'chat', minimumProficiency: 2 }]] },
      {
        relaxAfterMs: 60_000,
        alternatives: [
          [{ skillId: 'chat', minimumProficiency: 1 }],
          [{ skillId: 'call', minimumProficiency: 1 }],
        ],
      },
    ],
  },
  inHand: 0,
  offeredNext: null,
  ...more,
})
const skill = (proficiency: number, expiresAtMs?: number) => ({
  agent: agent({ skills: [{ skillId: 'chat', proficiency, ...(expiresAtMs && { expiresAtMs }) }] }),
})
const need = (minimumProficiency: number) => ({ skillId: 'chat', minimumProficiency })

test.each<[string, Partial<OfferDecision>, Partial<KnownThen>, object]>([
  ['got it', { agentId: 'bo' }, {}, { reason: 'CHOSEN' }],
  ['is no agent', {}, { agent: null }, { reason: 'NO_PROFILE' }],
  ['is not the one it was meant for', { rule: 'DIRECT' }, {}, { reason: 'NOT_MEANT' }],
  [
    'was away',
    {},
    { agent: agent({ presence: 'AWAY' }) },
    { reason: 'UNAVAILABLE', presence: 'AWAY', presenceSince: new Date(at - 60_000) },
  ],
  [
    'knows too little',
    {},
    skill(1),
    { reason: 'LACKS_SKILL', missingSkills: [{ ...need(2), proficiency: 1, expiredAt: null }] },
  ],
  [
    'knew it once',
    {},
    skill(4, at - 1),
    { reason: 'LACKS_SKILL', missingSkills: [{ ...need(2), proficiency: 4, expiredAt: new Date(at - 1) }] },
  ],
  ['knows enough for the next ring', { ring: 1 }, skill(1), { reason: 'RANKED_LOWER' }],
  [
    'lacks what no ring relaxes',
    { ring: 1 },
    { item: { ...known().item, requires: [{ skillId: 'zh', minimumProficiency: 3 }] } },
    {
      reason: 'LACKS_SKILL',
      missingSkills: [{ skillId: 'zh', minimumProficiency: 3, proficiency: null, expiredAt: null }],
    },
  ],
  ['had three chats', {}, { inHand: 60 }, { reason: 'NO_ROOM', neededRoom: 20, freeRoom: 0 }],
  [
    'had turned it down',
    {},
    { item: { ...known().item, passedOver: [{ agentId: 'bo', atMs: at - 10_000 }] } },
    { reason: 'PASSED_OVER', passedOverAt: new Date(at - 10_000) },
  ],
  [
    'said anew that they are there',
    {},
    { item: { ...known().item, passedOver: [{ agentId: 'bo', atMs: at - 61_000 }] } },
    { reason: 'RANKED_LOWER' },
  ],
  [
    'was held for a call',
    { candidates: [ranked('ada', 'CHOSEN'), ranked('bo', 'HELD')] },
    { inHand: 20, offeredNext: { workItemId: 'call', weight: 60 } },
    { reason: 'HELD', heldForWorkItemId: 'call' },
  ],
  [
    'was held and is not named',
    { excluded: { ...decision().excluded, held: 2 } },
    { inHand: 20 },
    { reason: 'HELD' },
  ],
  [
    'ranked second',
    { candidates: [ranked('ada', 'CHOSEN'), ranked('bo', 'RANKED_LOWER')] },
    {},
    { reason: 'RANKED_LOWER', candidate: ranked('bo', 'RANKED_LOWER') },
  ],
])('somebody who %s is told so', (_who, decided, then, expected) => {
  expect(whyNot(decision(decided), at, 'bo', known(then))).toMatchObject({ agentId: 'bo', ...expected })
})
