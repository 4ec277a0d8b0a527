import { defineError } from '#platform/errors/define-error.ts'

/** The client did not read for too long; it resumes with `after` where it was. */
export const slowConsumer = defineError(
  'SLOW_CONSUMER',
  429,
  () => 'Events came faster than they were read. Subscribe again after the last event you have seen.',
)

/** The subgraph behind a topic was away for too long. */
export const topicUnavailable = defineError<{ topic: string }>(
  'SUBGRAPH_UNAVAILABLE',
  503,
  ({ topic }) => `Nothing can be followed on ${topic} at the moment. Subscribe again later.`,
)

/** A newer schema has not got what this subscription asks for, or no longer for this viewer. */
export const subscriptionRemoved = defineError<{ reasons: string[] }>(
  'SUBSCRIPTION_REMOVED',
  410,
  ({ reasons }) =>
    `The schema has changed, and this subscription does not fit it any more: ${reasons.join(' ')}`,
)
