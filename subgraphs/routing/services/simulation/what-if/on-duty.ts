import type { SimulatedAgent } from '../centre.ts'

const hourMs = 3_600_000

/** Hours on duty as spans; neighbouring hours are one. */
export function onDuty(hours: readonly boolean[]): SimulatedAgent['duty'] {
  const spans: Array<{ fromMs: number; toMs: number }> = []
  hours.forEach((on, hour) => {
    if (!on) return
    const last = spans.at(-1)
    if (last?.toMs === hour * hourMs) last.toMs += hourMs
    else spans.push({ fromMs: hour * hourMs, toMs: (hour + 1) * hourMs })
  })
  return spans
}
