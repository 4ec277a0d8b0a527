import { addTallies } from './add-tallies.ts'
import { type ContactFigures, figuresOf } from './contact-figures.ts'
import type { TallyRow } from './tally-contacts.ts'

export interface ChannelFigures {
  channel: string
  metrics: ContactFigures
}

export interface QueueFigures {
  queue: { id: string }
  metrics: ContactFigures
}

/** The figures of each channel, by name. Pure. */
export function figuresByChannel(rows: readonly TallyRow[]): ChannelFigures[] {
  return [...Map.groupBy(rows, ({ channel }) => channel)]
    .map(([channel, some]) => ({ channel, metrics: figuresOf(addTallies(some)) }))
    .sort((one, other) => (one.channel < other.channel ? -1 : 1))
}

/** The figures of each queue, by id. Pure. */
export function figuresByQueue(rows: readonly TallyRow[]): QueueFigures[] {
  return [...Map.groupBy(rows, ({ queueId }) => queueId)]
    .map(([id, some]) => ({ queue: { id }, metrics: figuresOf(addTallies(some)) }))
    .sort((one, other) => (one.queue.id < other.queue.id ? -1 : 1))
}
