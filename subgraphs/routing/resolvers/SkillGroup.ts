import type { SkillGroupResolvers } from '../generated/resolvers.ts'
import { agentById } from '../loaders.ts'
import { mustExist } from './must-exist.ts'

export const SkillGroup: SkillGroupResolvers = {
  id: (group) => group._id,
  members: (group, _args, ctx) =>
    Promise.all(group.agentIds.map(async (id) => mustExist(await agentById(ctx).load(id), `agent ${id}`))),
}
