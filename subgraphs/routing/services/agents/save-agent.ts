import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import { announceChange } from '../announce-change.ts'
import { checkName } from '../check-name.ts'
import { checkProficiencies } from './check-proficiencies.ts'
import { checkStableId } from '../check-stable-id.ts'
import { defaultCapacity } from '../core/capacity.ts'
import { agentState } from '../log/agent-state.ts'
import { recordRouting } from '../log/record-routing.ts'
import { knowSkills } from './know-skills.ts'
import type { Refusal, Saved } from '../refusal.ts'

/** Makes or changes an agent's routing profile. Presence and contacts in hand stay as they are. */
export async function saveAgent(
  ctx: ServiceContext,
  { _id, name, skills }: Pick<AgentRecord, '_id' | 'name' | 'skills'>,
): Promise<Saved<AgentRecord>> {
  const refusals: Refusal[] = [
    ...checkStableId('id', _id),
    ...checkName(name),
    ...checkProficiencies(
      'skills',
      skills.map(({ skillId, proficiency: level }) => ({ skillId, level })),
    ),
    ...skills.flatMap(({ skillId }, at) => checkStableId(`skills.${at}.skillId`, skillId)),
  ]
  if (refusals.length > 0) return { saved: null, refusals }
  const now = ctx.now()
  return ctx.transaction(async (session) => {
    await knowSkills(
      ctx,
      skills.map(({ skillId }) => skillId),
      session,
    )
    const agent = await Agents(ctx.db)
      .findByIdAndUpdate(
        _id,
        {
          $set: { name, skills },
          $setOnInsert: {
            presence: 'OFFLINE',
            presenceSince: now,
            presenceVersion: 0,
            idleSince: now,
            capacity: { ...defaultCapacity },
            free: defaultCapacity.total,
          },
        },
        { upsert: true, session, returnDocument: 'after' },
      )
      .lean()
    if (!agent) throw new Error('an upsert gave nothing back')
    await recordRouting(ctx, session, {
      at: now,
      kind: 'AGENT_SAVED',
      reason: 'SAVED',
      agentId: _id,
      command: { kind: 'AGENT_CHANGED', agent: agentState(agent) },
    })
    announceChange(ctx, session, { agentId: _id, wakeDispatch: true })
    return { saved: agent, refusals: [] }
  })
}
