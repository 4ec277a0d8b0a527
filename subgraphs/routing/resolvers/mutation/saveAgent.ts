import { requireStaff } from '#platform/identity/viewer.ts'
import type { CapacityProfileInput, MutationResolvers } from '../../generated/resolvers.ts'
import type { CapacityRecord } from '../../models/agent.ts'
import { saveAgent as save } from '../../services/agents/save-agent.ts'
import { defaultCapacity } from '../../services/core/capacity.ts'

export const saveAgent: MutationResolvers['saveAgent'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, skills, capacity } = input
  const { saved, refusals } = await save(ctx, {
    _id: id,
    name,
    skills: skills.map(({ skillId, proficiency, expiresAt }) => ({
      skillId,
      proficiency,
      expiresAt: expiresAt ?? undefined,
    })),
    ...(capacity && { capacity: capacityOf(capacity) }),
  })
  return { agent: saved, userErrors: refusals }
}

/** A call takes all, whatever all is, unless something else is said. */
function capacityOf({ total, voice, chat, social, email }: CapacityProfileInput): CapacityRecord {
  const all = total ?? defaultCapacity.total
  return {
    total: all,
    voice: voice ?? all,
    chat: chat ?? defaultCapacity.chat,
    social: social ?? defaultCapacity.social,
    email: email ?? defaultCapacity.email,
  }
}
