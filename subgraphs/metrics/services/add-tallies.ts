import { type ContactTally, emptyTally } from './contact-tally.ts'

/** The tally of all the sets together. Pure. */
export function addTallies(tallies: readonly ContactTally[]): ContactTally {
  return tallies.reduce(
    (sum, tally) => ({
      offered: sum.offered + tally.offered,
      answered: sum.answered + tally.answered,
      abandoned: sum.abandoned + tally.abandoned,
      waiting: sum.waiting + tally.waiting,
      slaMet: sum.slaMet + tally.slaMet,
      slaMissed: sum.slaMissed + tally.slaMissed,
      answerMs: sum.answerMs.concat(tally.answerMs),
      handled: sum.handled + tally.handled,
      handleMs: sum.handleMs + tally.handleMs,
      messagesIn: sum.messagesIn + tally.messagesIn,
      messagesOut: sum.messagesOut + tally.messagesOut,
    }),
    emptyTally,
  )
}
