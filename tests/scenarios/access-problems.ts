/// <reference lib="dom" />
import AxeBuilder from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core finds on a page against WCAG 2 A and AA. */
export async function accessProblems(page: Page): Promise<string[]> {
  await page.evaluate(AxeBuilder.source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof AxeBuilder }
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}
