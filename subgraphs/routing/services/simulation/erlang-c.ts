/** One line of contacts and the people behind it, as Erlang's formulas see it: no one leaves, everyone can serve all. */
export interface ErlangLine {
  arrivalsPerHour: number
  /** Talk and after-contact work together. */
  handleTimeMs: number
  /** How many contacts can be served at once: agents, times what each can have in hand. */
  servers: number
}

/** What theory expects of a line. A line that is offered more than its servers can do grows without end. */
export interface ErlangFigures {
  /** Erlangs: how many servers the contacts keep busy on average. */
  offeredLoad: number
  /** Offered load by server, 1 at most. */
  occupancy: number
  waitingProbability: number
  /** Infinity where the line grows without end. */
  expectedWaitMs: number
  /** Share answered within the target. */
  serviceLevel: number
}

const hourMs = 3_600_000

/**
 * The probability that a contact has to wait: Erlang's formula of the second kind, C(s, a).
 *
 * A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone
 * exchanges" (1917). By way of the loss formula, whose recursion B(n) = a·B(n−1) / (n + a·B(n−1)) has neither
 * factorials nor powers and so stays exact for thousands of servers (ITU-D, "Teletraffic Engineering Handbook",
 * "Numerical evaluation of the Erlang-B formula"): C = s·B / (s − a·(1 − B)).
 * @param servers whole
 * @param offeredLoad in erlangs
 */
export function waitingProbability(servers: number, offeredLoad: number): number {
  if (offeredLoad <= 0) return 0
  if (servers <= offeredLoad) return 1
  let loss = 1
  for (let n = 1; n <= servers; n += 1) loss = (offeredLoad * loss) / (n + offeredLoad * loss)
  return (servers * loss) / (servers - offeredLoad * (1 - loss))
}

/**
 * What Erlang C says of a line: M/M/s, first in first out, nobody gives up. Waiting times of those who wait are
 * exponential with the rate (s − a) / handle time, which gives the service level and the mean.
 */
export function erlangC(line: ErlangLine, targetMs: number): ErlangFigures {
  const { servers, handleTimeMs } = line
  const offeredLoad = (line.arrivalsPerHour / hourMs) * handleTimeMs
  const waiting = waitingProbability(servers, offeredLoad)
  if (offeredLoad > 0 && servers <= offeredLoad) {
    return { offeredLoad, occupancy: 1, waitingProbability: 1, expectedWaitMs: Infinity, serviceLevel: 0 }
  }
  const drainPerMs = handleTimeMs > 0 ? (servers - offeredLoad) / handleTimeMs : Infinity
  return {
    offeredLoad,
    occupancy: servers > 0 ? offeredLoad / servers : 0,
    waitingProbability: waiting,
    expectedWaitMs: waiting / drainPerMs,
    serviceLevel: waiting === 0 ? 1 : 1 - waiting * Math.exp(-drainPerMs * targetMs),
  }
}

/**
 * The least number of servers with which Erlang C gives the wanted service level.
 * @param serviceLevel share within the target, below 1
 */
export function serversNeeded(
  line: Omit<ErlangLine, 'servers'>,
  targetMs: number,
  serviceLevel: number,
): number {
  if (!(serviceLevel < 1)) throw new RangeError('no number of servers answers everybody within a target')
  const offeredLoad = (line.arrivalsPerHour / hourMs) * line.handleTimeMs
  const serves = (servers: number) => erlangC({ ...line, servers }, targetMs).serviceLevel >= serviceLevel
  // The level grows with the servers: double the step until it is reached, then halve it.
  let below = Math.floor(offeredLoad)
  let step = 1
  while (!serves(below + step)) {
    below += step
    step *= 2
  }
  let enough = below + step
  while (enough - below > 1) {
    const middle = (enough + below) >> 1
    if (serves(middle)) enough = middle
    else below = middle
  }
  return offeredLoad === 0 ? 0 : enough
}
