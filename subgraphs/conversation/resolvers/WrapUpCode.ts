import type { WrapUpCodeResolvers } from '../generated/resolvers.ts'

export const WrapUpCode: WrapUpCodeResolvers = {
  code: (code) => code._id,
}
