/** The instants of a clock that a policy sets. Pure arithmetic: business calendars are not applied. */
export function slaDeadline(
  policy: { targetMs: number; warnBeforeMs: number },
  startedAt: Date,
): { warnAt: Date; dueAt: Date } {
  const dueMs = startedAt.getTime() + policy.targetMs
  return { warnAt: new Date(dueMs - policy.warnBeforeMs), dueAt: new Date(dueMs) }
}
