import type { ErlangCFiguresResolvers } from '../generated/resolvers.ts'

export const ErlangCFigures: ErlangCFiguresResolvers = {
  expectedWait: ({ expectedWaitMs }) => (Number.isFinite(expectedWaitMs) ? Math.round(expectedWaitMs) : null),
}
