import { badUserInput } from '#platform/errors/bad-user-input.ts'
import { type Connection, connection, type Page } from '#platform/graph/connection.ts'
import { rowsBehind } from '#platform/graph/rows-behind.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import type { SkillRecord } from '../../models/skill.ts'
import { listSkills } from '../agents/list-skills.ts'

const order = { name: 1, _id: 1 } as const

/** A cell of the matrix: either part may be left out. */
export interface MatrixPlace {
  domain?: string | null
  mediaType?: MediaType | null
  minimumProficiency?: number | null
}

/**
 * A page of the agents who can serve a cell at this proficiency or better, by name.
 * @throws BAD_USER_INPUT for a proficiency outside of 1 to 5
 */
export async function agentsOfCell(
  ctx: ServiceContext,
  { domain, mediaType, minimumProficiency }: MatrixPlace,
  page: Page,
): Promise<Connection<AgentRecord>> {
  const level = minimumProficiency ?? 1
  if (level < 1 || level > 5) throw badUserInput({ field: 'minimumProficiency', reason: 'has to be 1 to 5' })
  const skills = domain || mediaType ? await listSkills(ctx) : []
  const holding = (which: (skill: SkillRecord) => boolean) => ({
    skills: {
      $elemMatch: {
        skillId: { $in: skills.filter(which).map(({ _id }) => _id) },
        proficiency: { $gte: level },
        expiresAt: { $not: { $lte: ctx.now() } },
      },
    },
  })
  const onChannel = holding((skill) => skill.mediaType === mediaType && skill.domain === undefined)
  const inDomain = holding((skill) => skill.kind === 'DOMAIN' && skill.domain === domain)
  const both = holding((skill) => skill.mediaType === mediaType && skill.domain === domain)
  const ofDomain = holding((skill) => skill.domain === domain)
  const serving =
    domain && mediaType
      ? { $or: [both, { $and: [onChannel, inDomain] }] }
      : mediaType
        ? onChannel
        : domain
          ? ofDomain
          : {}
  const rows = await Agents(ctx.db)
    .find({ $and: [serving, rowsBehind(page, order)] })
    .sort(order)
    .limit(page.limit)
    .lean()
  return connection(rows, page, (agent) => [agent.name, agent._id])
}
