import type { ForecastFiguresResolvers } from '../generated/resolvers.ts'

export const ForecastFigures: ForecastFiguresResolvers = {
  expectedWait: ({ waitMs }) =>
    waitMs && { mean: Math.round(waitMs.mean), halfWidth: Math.round(waitMs.halfWidth) },
}
