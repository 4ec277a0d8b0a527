import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../platform/setup/find-chromium.ts'

/** Where pictures of a run go; outside of the repository's history. */
const picturesDir = fileURLToPath(new URL('../../.throughline/pictures/', import.meta.url))

const chromiumPath = await findChromium()

/** Why browser tests are skipped; undefined where there is a browser. */
export const noBrowser = chromiumPath
  ? undefined
  : 'no Chromium was found, and it could not be installed; for instance `apt-get install chromium`'

/** A real browser without a window. Each person gets a context (cookies, storage) of their own. */
export async function openBrowser(): Promise<{
  person(options?: { width?: number; height?: number; dark?: boolean }): Promise<Page>
  close(): Promise<void>
}> {
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const contexts: BrowserContext[] = []
  return {
    async person({ width = 1440, height = 900, dark = false } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale: 'en-GB',
      })
      contexts.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => console.error('page error:', error.message))
      return page
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()))
      await browser.close()
    },
  }
}

/** Keeps a picture of a page, for a person to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(picturesDir, { recursive: true })
  await page.screenshot({ path: join(picturesDir, `${name}.png`) })
}
