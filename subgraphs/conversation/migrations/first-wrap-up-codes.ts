import type { Migration } from '#platform/store/migrations.ts'
import { WrapUpCodes } from '../models/wrap-up-code.ts'

const codes = [
  ['RESOLVED', 'Resolved', '已解决'],
  ['FOLLOW_UP', 'Follow-up needed', '需要跟进'],
  ['HANDED_OVER', 'Handed over', '已转交'],
  ['NO_ANSWER', 'Customer stopped answering', '客户未再回复'],
  ['WRONG_ADDRESS', 'Not for us', '非本中心业务'],
  ['SPAM', 'Unwanted', '骚扰信息'],
] as const

/** A new installation can wrap up at once. */
export const firstWrapUpCodes: Migration = {
  number: 1,
  name: 'first-wrap-up-codes',
  async up(ctx) {
    await WrapUpCodes(ctx.db).bulkWrite(
      codes.map(([_id, nameEn, nameZh], position) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: { nameEn, nameZh, position } }, upsert: true },
      })),
    )
  },
}
