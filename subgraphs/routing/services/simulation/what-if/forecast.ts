import type { Estimate } from '../estimate.ts'

/** What is expected of contacts, each figure with how sure it is; null where nothing came that could be measured. */
export interface ExpectedFigures {
  /** Contacts of the simulated hours, on average. */
  contacts: number
  /** Share answered within the target; who gave up counts against it. */
  serviceLevel: Estimate | null
  /** Share of the capacity in use, of the agents who can serve them. */
  occupancy: Estimate | null
  abandonRate: Estimate | null
  /** Until the answer, until they gave up, or until the end. */
  waitMs: Estimate | null
}

/** What is expected of one queue. */
export interface QueueForecast {
  queueId: string
  figures: ExpectedFigures
}

/** What is expected of a scenario. */
export interface Forecast {
  agents: number
  overall: ExpectedFigures
  /** By id. */
  queues: QueueForecast[]
}

/** Two forecasts over the same contacts, and what the change makes: surer than their difference. */
export interface ForecastPair {
  before: Forecast
  after: Forecast
  /** After less before, over all contacts. */
  change: { serviceLevel: Estimate | null; occupancy: Estimate | null; abandonRate: Estimate | null }
}
