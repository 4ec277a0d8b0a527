import type { ConversationService } from '../../context.ts'
import { type WrapUpCode, WrapUpCodes } from '../../models/wrap-up-code.ts'

const maxCodes = 100

/** The reasons that an agent may give, in their order. */
export async function listWrapUpCodes(ctx: ConversationService): Promise<WrapUpCode[]> {
  return WrapUpCodes(ctx.db).find().sort({ position: 1, _id: 1 }).limit(maxCodes).lean<WrapUpCode[]>()
}
