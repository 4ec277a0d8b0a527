import type { AgentState } from '../../core/agent-state.ts'
import type { QueueState } from '../../core/queue-state.ts'

/** Whether somebody with these skills serves a queue at all, sooner or later: in any of its rings. */
export function serves(skills: AgentState['skills'], queue: QueueState | undefined): boolean {
  return (queue?.rings ?? []).some(({ alternatives }) =>
    alternatives.some((needs) =>
      needs.every((need) =>
        skills.some(
          ({ skillId, proficiency }) => skillId === need.skillId && proficiency >= need.minimumProficiency,
        ),
      ),
    ),
  )
}
