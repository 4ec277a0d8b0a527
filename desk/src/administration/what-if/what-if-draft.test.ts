import { expect, test } from 'vitest'
import { firstQuestion, givenDemands, whatIfInput } from './what-if-draft.ts'

const need = (id: string, minimumProficiency = 1) => ({ skill: { id, name: id }, minimumProficiency })
const queues = [
  { id: 'calls', name: 'Calls', mediaTypes: ['VOICE' as const], requiredSkills: [need('voice')] },
  {
    id: 'chats-zh',
    name: 'Chats',
    mediaTypes: ['CHAT' as const],
    requiredSkills: [need('chat'), need('zh', 4)],
  },
]
const skills = [
  { id: 'voice', name: 'Voice', kind: 'CHANNEL' as const },
  { id: 'zh', name: 'Chinese', kind: 'LANGUAGE' as const },
]
const added = (draft: ReturnType<typeof firstQuestion>) =>
  draft.added.map((group) => [
    group.count,
    group.skills.map(({ skillId, proficiency }) => [skillId, proficiency]),
  ])

test.each([
  [
    'who can serve the Chinese queue',
    { queues, skills },
    [
      ['chat', 3],
      ['zh', 4],
    ],
  ],
  ['with Chinese alone where no queue needs it', { queues: queues.slice(0, 1), skills }, [['zh', 3]]],
  ['for the first queue where nobody speaks it', { queues, skills: skills.slice(0, 1) }, [['voice', 3]]],
  ['who can do nothing where there is nothing', { queues: [], skills: [] }, []],
])('the first question is two more people %s', (_case, choices, expected) => {
  expect(added(firstQuestion(choices))).toEqual([['2', expected]])
})

test('volumes that stay are not sent, and given figures only when they are asked for', () => {
  const draft = { ...firstQuestion({ queues, skills }), demands: givenDemands(undefined, { queues, skills }) }
  expect(whatIfInput(draft)).toEqual({
    pastHours: 24,
    addAgents: [
      {
        count: 2,
        skills: [
          { skillId: 'chat', proficiency: 3 },
          { skillId: 'zh', proficiency: 4 },
        ],
      },
    ],
    removeAgents: [],
    volumes: [],
    replications: 5,
  })
  const changed = whatIfInput({
    ...draft,
    basis: 'GIVEN',
    volume: '120',
    volumes: { calls: '100', 'chats-zh': '0' },
  })
  expect(changed.volumes).toEqual([
    { queueId: null, factor: 1.2 },
    { queueId: 'chats-zh', factor: 0 },
  ])
  expect(changed.demands).toEqual([
    { queueId: 'calls', mediaType: 'VOICE', arrivalsPerHour: [30], handleTime: 'PT300S', patience: null },
  ])
  expect(changed.staff).toBeUndefined()
})

test('figures of one’s own begin with the mean of what came', () => {
  const baseline = {
    since: '2026-11-24T00:00:00Z',
    until: '2026-11-25T00:00:00Z',
    agentsOnDuty: 3,
    demands: [
      {
        queue: { id: 'calls', name: 'Calls' },
        mediaType: 'VOICE' as const,
        contacts: 5,
        arrivalsPerHour: [2, 3],
        handleTime: 'PT3M',
        handleTimeAssumed: true,
        patience: null,
      },
    ],
  }
  expect(givenDemands(baseline, { queues, skills })).toMatchObject([
    { queueId: 'calls', mediaType: 'VOICE', perHour: '2.5', handleTime: 'PT3M', patience: null },
  ])
})
