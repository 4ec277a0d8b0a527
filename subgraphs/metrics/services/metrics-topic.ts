/** The live topic of the figures, as the SDL's @live names it. */
export const metricsTopic = 'metrics'
