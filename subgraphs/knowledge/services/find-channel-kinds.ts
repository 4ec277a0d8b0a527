import type { ServiceContext } from '#platform/service/service-context.ts'
import { ChannelKinds } from '../models/channel-kind.ts'

/** The media types of channels that messages have come by, many in one read. */
export async function findChannelKinds(
  ctx: ServiceContext,
  channels: readonly string[],
): Promise<Map<string, string>> {
  const kinds = await ChannelKinds(ctx.db)
    .find({ _id: { $in: [...channels] } })
    .lean()
  return new Map(kinds.map(({ _id, mediaType }) => [_id, mediaType]))
}
