/**
 * How soon work has to be done, the most urgent first. Each lane has queues and workers of its own, so a burst in one
 * fills that one and holds up none above it.
 */
export const lanes = ['urgent', 'prompt', 'ordinary', 'patient'] as const
export type Lane = (typeof lanes)[number]

/** Of what names none, and of events that were written before there were lanes. */
export const defaultLane: Lane = 'ordinary'
