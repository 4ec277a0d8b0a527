import type { MediaType } from '#schema/events/vocabulary.ts'
import { defaultCapacity } from '../../../../subgraphs/routing/services/core/capacity.ts'
import type {
  SimulatedAgent,
  SimulatedCentre,
} from '../../../../subgraphs/routing/services/simulation/centre.ts'
import type { Demand } from '../../../../subgraphs/routing/services/simulation/demand.ts'
import type { Distribution } from '../../../../subgraphs/routing/services/simulation/distribution.ts'
import { createRandom, type Random } from '../../../../subgraphs/routing/services/simulation/random.ts'
import { defaultSlaPolicies } from '../../../../subgraphs/routing/services/sla/default-sla-policies.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** From eight in the morning to eight in the evening. */
export const dayMs = 12 * hourMs
/** By the hour: a peak before noon and one in the afternoon. */
const profile = [0.6, 0.9, 1.25, 1.35, 1.1, 0.9, 1.1, 1.3, 1.2, 0.95, 0.75, 0.55]

const domains = { billing: 0.35, orders: 0.4, technical: 0.25 }
const languages = { en: 0.7, zh: 0.3 }

interface Medium {
  arrivalsPerHour: number
  handle: Distribution
  wrapUp: Distribution
  patience?: Distribution
}
const lognormal = (meanMs: number): Distribution => ({ kind: 'LOGNORMAL', meanMs, variation: 0.8 })
const exponential = (meanMs: number): Distribution => ({ kind: 'EXPONENTIAL', meanMs })

const media: Readonly<Record<MediaType, Medium>> = {
  VOICE: {
    arrivalsPerHour: 250,
    handle: lognormal(4 * minuteMs),
    wrapUp: exponential(minuteMs),
    patience: exponential(3 * minuteMs),
  },
  CHAT: {
    arrivalsPerHour: 280,
    handle: lognormal(9 * minuteMs),
    wrapUp: exponential(minuteMs),
    patience: exponential(10 * minuteMs),
  },
  SOCIAL: { arrivalsPerHour: 200, handle: lognormal(7 * minuteMs), wrapUp: exponential(minuteMs) },
  EMAIL: { arrivalsPerHour: 150, handle: lognormal(14 * minuteMs), wrapUp: exponential(minuteMs) },
}

/** What agents are hired for, and the share of them. */
const roles: ReadonlyArray<readonly [share: number, takes: readonly MediaType[]]> = [
  [0.25, ['VOICE']],
  [0.25, ['VOICE', 'CHAT']],
  [0.2, ['CHAT', 'SOCIAL', 'EMAIL']],
  [0.3, ['VOICE', 'CHAT', 'SOCIAL', 'EMAIL']],
]

/** One queue for each kind of contact, domain and language; its customers, and the agents of a day. */
export interface BusyDay {
  centre: SimulatedCentre
  demands: Demand[]
}

/**
 * A multi-skill, multi-channel day: 24 queues, about 13,000 contacts; agents in three shifts of eight hours with a
 * lunch and two short breaks, who take one to four kinds of contact in one to three domains and one or two languages.
 * @param agentCount how many there are over the day
 * @param seed decides who has which skills
 */
export function busyDay(agentCount: number, seed: number): BusyDay {
  const kinds = Object.keys(media) as MediaType[]
  const queues = kinds.flatMap((mediaType) =>
    Object.entries(domains).flatMap(([domain, domainShare]) =>
      Object.entries(languages).map(([language, languageShare]) => ({
        id: `${mediaType.toLowerCase()}-${domain}-${language}`,
        mediaType,
        language,
        share: domainShare * languageShare,
        needs: [mediaType.toLowerCase(), domain, language].map((skillId) => ({
          skillId,
          minimumProficiency: 1,
        })),
      })),
    ),
  )
  return {
    centre: {
      queues: queues.map(({ id, needs }) => ({ id, rings: [{ relaxAfterMs: 0, alternatives: [needs] }] })),
      agents: agentsOf(agentCount, createRandom(seed, 'agents')),
      answerMs: { VOICE: 3 * secondMs, CHAT: 5 * secondMs, SOCIAL: 10 * secondMs, EMAIL: 10 * secondMs },
      pace: [1.2, 1.1, 1, 0.92, 0.85],
    },
    demands: queues.map(({ id, mediaType, language, share }) => {
      const { arrivalsPerHour, ...times } = media[mediaType]
      return {
        queueId: id,
        mediaType,
        language,
        arrivalsPerHour: profile.map((weight) => weight * share * arrivalsPerHour),
        targetMs: defaultSlaPolicies[mediaType].targetMs,
        ...times,
      }
    }),
  }
}

function agentsOf(count: number, random: Random): SimulatedAgent[] {
  return Array.from({ length: count }, (_, n) => {
    // Roles and shifts by turns, so that equal head counts are equal staffing; who knows what is up to chance.
    const takes = roleOf((n + 0.5) / count)
    const skilled = (skillId: string) => ({ skillId, proficiency: 2 + Math.floor(random.next() * 4) })
    const knows = shuffled(Object.keys(domains), random).slice(0, pick([1, 1, 2, 2, 3], random))
    const speaks = pick([['en'], ['en'], ['en'], ['zh'], ['en', 'zh']], random)
    return {
      id: `agent-${String(n).padStart(3, '0')}`,
      skills: [...takes.map((kind) => kind.toLowerCase()), ...knows, ...speaks].map(skilled),
      capacity: { ...defaultCapacity },
      duty: shift(n, random),
    }
  })
}

function roleOf(place: number): readonly MediaType[] {
  let upTo = 0
  for (const [share, takes] of roles) {
    upTo += share
    if (place < upTo) return takes
  }
  throw new RangeError('the shares of the roles do not make a whole')
}

/** Eight hours from eight, ten or twelve o'clock: a short break, half an hour for lunch, a short break. */
function shift(n: number, random: Random): SimulatedAgent['duty'] {
  const fromMs = (n % 3) * 2 * hourMs
  const breaks = [
    [1.5 + random.next(), 0.25],
    [3.5 + random.next(), 0.5],
    [6 + random.next(), 0.25],
  ] as const
  const ends = [...breaks.map(([hours]) => hours), 8]
  const starts = [0, ...breaks.map(([hours, length]) => hours + length)]
  return starts.map((start, at) => ({
    fromMs: Math.round(fromMs + start * hourMs),
    toMs: Math.round(fromMs + (ends[at] ?? 8) * hourMs),
  }))
}

function pick<T>(choices: readonly T[], random: Random): T {
  const choice = choices[Math.floor(random.next() * choices.length)]
  if (choice === undefined) throw new RangeError('nothing to choose from')
  return choice
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((value) => ({ value, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}
