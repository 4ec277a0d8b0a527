import type { Segment, SegmentKind, Session } from '../../models/session.ts'

/** The segments with whatever goes on ended, and another begun where one is given. */
export function nextSegment(
  segments: readonly Segment[],
  at: Date,
  begin?: { kind: SegmentKind; agentId?: string | null },
): Segment[] {
  const ended = segments.map((segment) =>
    segment.endedAt ? segment : { ...segment, endedAt: at < segment.startedAt ? segment.startedAt : at },
  )
  if (!begin) return ended
  return [...ended, { kind: begin.kind, agentId: begin.agentId ?? null, startedAt: at, endedAt: null }]
}

/** Whether somebody speaks with the customer at this moment. */
export function isTalking({ segments }: Pick<Session, 'segments'>): boolean {
  return segments.some(({ kind, endedAt }) => kind === 'INTERACT' && !endedAt)
}
