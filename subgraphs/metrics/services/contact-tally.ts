/** What the measures of a set of contacts are made of. Tallies of disjoint sets add up; see addTallies. */
export interface ContactTally {
  offered: number
  answered: number
  abandoned: number
  waiting: number
  slaMet: number
  slaMissed: number
  /** For each answered contact the milliseconds from the queue to the answer, in no order. */
  answerMs: readonly number[]
  /** Contacts whose wrap-up is done, and the milliseconds from answer to its end of all of them. */
  handled: number
  handleMs: number
  messagesIn: number
  messagesOut: number
}

/** The tally of no contacts. */
export const emptyTally: ContactTally = {
  offered: 0,
  answered: 0,
  abandoned: 0,
  waiting: 0,
  slaMet: 0,
  slaMissed: 0,
  answerMs: [],
  handled: 0,
  handleMs: 0,
  messagesIn: 0,
  messagesOut: 0,
}
