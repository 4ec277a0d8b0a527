import type { Segment, SegmentKind } from '../../models/session.ts'

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
