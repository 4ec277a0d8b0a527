import type { ServiceContext } from '#platform/service/service-context.ts'
import { agentThen } from './agent-then.ts'
import type { LoggedChoice } from './find-decision.ts'
import type { NotChosen } from './why-not.ts'

/** Why an agent did not get a contact that a person gave away or took: nobody was compared, so it was meant for another. */
export async function whyNotByChoice(
  ctx: ServiceContext,
  choice: LoggedChoice,
  agentId: string,
): Promise<NotChosen> {
  if (choice.agentId === agentId) return { agentId, missingSkills: [], reason: 'CHOSEN' }
  const agent = await agentThen(ctx, agentId, choice._id)
  if (!agent) return { agentId, missingSkills: [], reason: 'NO_PROFILE' }
  const standing = { presence: agent.presence, presenceSince: new Date(agent.presenceSinceMs) }
  return { agentId, ...standing, missingSkills: [], reason: 'NOT_MEANT' }
}
