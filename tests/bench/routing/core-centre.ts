import type { MediaType } from '#schema/events/vocabulary.ts'
import { mediaType } from '#schema/events/vocabulary.ts'
import type { AgentState } from '../../../subgraphs/routing/services/core/agent-state.ts'
import { defaultCapacity } from '../../../subgraphs/routing/services/core/capacity.ts'
import type { QueueState } from '../../../subgraphs/routing/services/core/queue-state.ts'
import type { WaitingItem } from '../../../subgraphs/routing/services/core/waiting-item.ts'
import { type Chance, createChance } from './chance.ts'
import type { Scale } from './core-scale.ts'

const languages = ['en', 'zh', 'es', 'de', 'fr']
const domainsOfTeam = 8
const agentsOfTeam = 50
/** From arrival to due, as the default policies have it. */
const targetMs: Record<MediaType, number> = {
  VOICE: 20_000,
  CHAT: 180_000,
  SOCIAL: 1_800_000,
  EMAIL: 14_400_000,
}

/** A queue, and what its contacts are. */
export interface CentreQueue extends QueueState {
  mediaType: MediaType
  language: string
}

/**
 * A centre whose queues are channel × business domain × language, each with three rings: good knowledge of the
 * domain, after a minute any, after three the neighbouring domain too. Agents stand in teams of fifty that share eight
 * domains; each knows some of them (one in fifty: all of a hundred), one to three languages and two to four channels,
 * each at a level of their own, so that hardly two agents are alike.
 */
export class Centre {
  readonly queues: CentreQueue[] = []
  readonly agents: AgentState[] = []
  readonly chance: Chance
  readonly startMs: number
  #items = 0

  constructor(scale: Scale, startMs: number) {
    this.chance = createChance(7)
    this.startMs = startMs
    const domains = Math.ceil(scale.queues / languages.length / mediaType.options.length)
    for (let n = 0; n < scale.queues; n++) this.queues.push(queueOf(n, domains))
    for (let n = 0; n < scale.agents; n++) this.agents.push(this.#agentOf(n, domains))
  }

  /** A contact that arrives at an instant, at a queue by chance; some queues are ten times as busy as others. */
  arriving(atMs: number): WaitingItem {
    const { chance } = this
    const queue = this.queues[Math.floor(chance.next() ** 2 * this.queues.length)] as CentreQueue
    const priority = chance.next() < 0.1 ? chance.below(11) : 0
    const lastAgent = chance.next() < 0.2 ? this.agents[chance.below(this.agents.length)] : undefined
    return {
      id: `0190a6e0-0000-7000-8000-${String(this.#items++).padStart(12, '0')}`,
      version: 1,
      queueId: queue.id,
      mediaType: queue.mediaType,
      queuedAtMs: atMs,
      orderAtMs: atMs + targetMs[queue.mediaType] - priority * 30_000,
      language: queue.language,
      ...(lastAgent && { lastAgentId: lastAgent.id }),
      passedOver: [],
    }
  }

  #agentOf(n: number, domains: number): AgentState {
    const { chance } = this
    const first = (Math.floor(n / agentsOfTeam) * domainsOfTeam) % domains
    const isGeneralist = chance.next() < 0.02
    const known = isGeneralist ? 100 : 2 + chance.below(domainsOfTeam - 1)
    const skills = new Map<string, number>()
    for (let d = 0; d < known; d++) {
      skills.set(
        `domain-${(first + (isGeneralist ? d : chance.below(domainsOfTeam))) % domains}`,
        1 + chance.below(5),
      )
    }
    for (let l = 1 + chance.below(3); l > 0; l--) {
      skills.set(languages[chance.below(languages.length)] as string, 2 + chance.below(4))
    }
    for (let c = 2 + chance.below(3); c > 0; c--) {
      skills.set(mediaType.options[chance.below(mediaType.options.length)] as string, 1 + chance.below(5))
    }
    return {
      id: `0190a6e0-0000-7000-9000-${String(n).padStart(12, '0')}`,
      presence: 'AVAILABLE',
      presenceSinceMs: this.startMs,
      idleSinceMs: this.startMs,
      skills: [...skills].map(([skillId, proficiency]) => ({ skillId, proficiency })),
      capacity: defaultCapacity,
    }
  }
}

function queueOf(n: number, domains: number): CentreQueue {
  const media = mediaType.options[n % mediaType.options.length] as MediaType
  const language = languages[Math.floor(n / mediaType.options.length) % languages.length] as string
  const domain = Math.floor(n / mediaType.options.length / languages.length)
  const needs = (of: number, minimumProficiency: number) => [
    { skillId: media, minimumProficiency: 1 },
    { skillId: `domain-${of % domains}`, minimumProficiency },
    { skillId: language, minimumProficiency: 2 },
  ]
  return {
    id: `queue-${n}`,
    mediaType: media,
    language,
    rings: [
      { relaxAfterMs: 0, alternatives: [needs(domain, 3)] },
      { relaxAfterMs: 60_000, alternatives: [needs(domain, 1)] },
      { relaxAfterMs: 180_000, alternatives: [needs(domain, 1), needs(domain + 1, 1)], advanceMs: 30_000 },
    ],
  }
}
