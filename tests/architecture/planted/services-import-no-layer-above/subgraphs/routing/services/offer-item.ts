import { offerItem as resolver } from '../resolvers/mutation/offerItem.ts'

export const offerItem = resolver
