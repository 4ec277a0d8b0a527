import type { WhatIfResolvers } from '../generated/resolvers.ts'

const hourMs = 3_600_000

export const WhatIf: WhatIfResolvers = {
  span: ({ hours }) => hours * hourMs,
}
