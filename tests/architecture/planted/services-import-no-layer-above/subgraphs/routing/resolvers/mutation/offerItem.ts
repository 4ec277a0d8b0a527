export const offerItem = 1
