import { Wake } from '#platform/waiting/wake.ts'
import type { ConversationService } from '../context.ts'
import { sweepIntake } from './intake/sweep-intake.ts'
import { sweepDeliveries } from './outbound/sweep-deliveries.ts'

const intervalMs = 1_000

/** Looks each second for payloads and messages that were left behind. @returns what ends it */
export function runSweeper(ctx: ConversationService): () => Promise<void> {
  const wake = new Wake()
  let stopped = false
  const loop = async (): Promise<void> => {
    while (!stopped) {
      await sweep(ctx)
      if (!stopped) await wake.wait(intervalMs)
    }
  }
  const running = loop()
  return async () => {
    stopped = true
    wake.fire()
    await running
  }
}

async function sweep(ctx: ConversationService): Promise<void> {
  try {
    const [intake, deliveries] = await Promise.all([sweepIntake(ctx), sweepDeliveries(ctx)])
    if (intake + deliveries > 0) ctx.log.info({ intake, deliveries }, 'work that was left behind is taken up')
  } catch (err) {
    ctx.log.warn({ err }, 'the sweep has failed; the next one is in a second')
  }
}
