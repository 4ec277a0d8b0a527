import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, type AgentSkillRecord, Agents, type CapacityRecord } from '../../models/agent.ts'
import { announceChange } from '../announce-change.ts'
import { checkName } from '../check-name.ts'
import { checkStableId } from '../check-stable-id.ts'
import { defaultCapacity } from '../core/capacity.ts'
import type { Refusal, Saved } from '../refusal.ts'
import { effectiveSkills } from '../skills/effective-skills.ts'
import { readGrants } from '../skills/read-grants.ts'
import { inTurn } from '../skills/in-turn.ts'
import { checkCapacity } from './check-capacity.ts'
import { checkProficiencies } from './check-proficiencies.ts'
import { knowSkills } from './know-skills.ts'
import { recordAgents } from './record-agents.ts'

/** What a supervisor says of an agent. */
export interface AgentProfile {
  _id: string
  name: string
  /** What they can serve themselves. */
  skills: AgentSkillRecord[]
  /** As it was when left out; the default for a new agent. */
  capacity?: CapacityRecord
}

/** Makes or changes an agent's routing profile. Presence and contacts in hand stay as they are. */
export async function saveAgent(ctx: ServiceContext, profile: AgentProfile): Promise<Saved<AgentRecord>> {
  const { _id, name, skills: ownSkills } = profile
  const refusals = check(profile)
  if (refusals.length > 0) return { saved: null, refusals }
  const now = ctx.now()
  return inTurn(ctx, async (session) => {
    const known = await Agents(ctx.db).findById(_id, { capacity: 1, free: 1 }).session(session).lean()
    const capacity = profile.capacity ?? known?.capacity ?? { ...defaultCapacity }
    const inHand = known ? known.capacity.total - known.free : 0
    if (inHand > capacity.total) {
      const message = 'The agent has more than that in hand. Try again when some of it is done.'
      return { saved: null, refusals: [{ field: 'capacity.total', code: 'IN_USE', message }] }
    }
    await knowSkills(
      ctx,
      ownSkills.map(({ skillId }) => skillId),
      session,
    )
    const grantsOf = await readGrants(ctx, [_id], session)
    const { skills, dueAt } = effectiveSkills(ownSkills, grantsOf(_id), now)
    const agent = await Agents(ctx.db)
      .findByIdAndUpdate(
        _id,
        {
          $set: {
            name,
            ownSkills,
            skills,
            capacity,
            free: capacity.total - inHand,
            ...(dueAt && { skillsDueAt: dueAt }),
          },
          ...(dueAt ? {} : { $unset: { skillsDueAt: 1 } }),
          $setOnInsert: { presence: 'OFFLINE', presenceSince: now, presenceVersion: 0, idleSince: now },
        },
        { upsert: true, session, returnDocument: 'after' },
      )
      .lean()
    if (!agent) throw new Error('an upsert gave nothing back')
    await tell(ctx, agent, session)
    return { saved: agent, refusals: [] }
  })
}

function check({ _id, name, skills, capacity }: AgentProfile): Refusal[] {
  return [
    ...checkStableId('id', _id),
    ...checkName(name),
    ...checkProficiencies(
      'skills',
      skills.map(({ skillId, proficiency: level }) => ({ skillId, level })),
    ),
    ...skills.flatMap(({ skillId }, at) => checkStableId(`skills.${at}.skillId`, skillId)),
    ...(capacity ? checkCapacity(capacity) : []),
  ]
}

async function tell(ctx: ServiceContext, agent: AgentRecord, session: ClientSession): Promise<void> {
  await recordAgents(ctx, [agent], 'SAVED', session)
  announceChange(ctx, session, { agentId: agent._id })
}
