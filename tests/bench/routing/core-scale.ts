/** How big a contact centre is. */
export interface Scale {
  agents: number
  queues: number
  waiting: number
}

/** The limits that Twilio publishes for TaskRouter: https://www.twilio.com/docs/taskrouter/limits */
export const fullScale: Scale = { agents: 7_500, queues: 5_000, waiting: 500_000 }

/** The same centre, ten times smaller. */
export const tenthScale: Scale = { agents: 750, queues: 500, waiting: 50_000 }
