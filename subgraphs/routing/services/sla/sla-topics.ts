/** The live event topic of SLA events. */
export const slaTopic = 'sla'

/** Wakes whoever numbers the topic's events. Internal: no subscription carries it. */
export const slaPendingTopic = 'sla-pending'
