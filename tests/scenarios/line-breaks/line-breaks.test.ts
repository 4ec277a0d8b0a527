import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { noBrowser, openBrowser, picture } from '../browser.ts'
import { type Organisation, startOrganisation } from '../organisation.ts'

describe('a line that breaks while two people talk, in a real browser', () => {
  let organisation: Organisation
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let agent: Awaited<ReturnType<Organisation['hireAgent']>>
  beforeAll(async () => {
    if (noBrowser) return
    // As in production: a visitor's widget can execute nothing but the documents that were released with it.
    organisation = await startOrganisation({ TRUSTED_DOCUMENTS_ONLY: 'visitor,anonymous' })
    await organisation.openQueue('web-chat', ['CHAT'], 'chat')
    agent = await organisation.hireAgent('Ana Garcia', ['chat'])
    browser = await openBrowser()
  }, 90_000)
  beforeEach(({ skip }) => skip(noBrowser !== undefined, noBrowser))
  afterAll(async () => {
    await browser?.close()
    await organisation?.stop()
  })

  const signIn = async (page: Page) => {
    await page.goto(`${organisation.url}/desk/`)
    await page.getByLabel('E-mail').fill(agent.email)
    await page.getByLabel('Password').fill(agent.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByTestId('presence').click()
    await page.getByRole('menuitemradio', { name: 'Available' }).click()
  }
  const acceptOffer = async (page: Page) => {
    const offer = page.getByTestId('offer')
    await offer.waitFor({ timeout: 15_000 })
    await offer.getByRole('button', { name: /Accept/ }).click()
    await page.getByTestId('composer').waitFor()
  }
  const openChat = async (page: Page) => {
    await page.goto(`${organisation.url}/widget/demo`)
    await page.locator('throughline-chat .launcher').click()
  }
  const composerOf = (page: Page) =>
    page.locator('throughline-chat textarea, [data-testid="composer"]').first()
  const say = async (page: Page, words: string) => {
    const composer = composerOf(page)
    await composer.fill(words)
    await composer.press('Enter')
  }
  /** The numbered words of a thread as they stand there, one after the other, and what is not confirmed. */
  const thread = async (page: Page) => {
    const shown = await page.locator('throughline-chat .thread, [data-testid="thread"]').first().innerText()
    return {
      numbers: [...shown.matchAll(/number (\d+)/g)].map(([, number]) => Number(number)),
      unsent: /Sending|Not sent/.test(shown),
    }
  }
  /** How a page names its documents, by HTTP and WebSocket. */
  const documentsOf = (page: Page) => {
    const hashes = new Set<string>()
    const texts: string[] = []
    const look = (text: string | Buffer | null) => {
      const sent = JSON.parse(String(text)) as {
        payload?: typeof sent
        query?: string
        extensions?: { persistedQuery?: { sha256Hash: string } }
      }
      const { query, extensions } = sent.payload ?? sent
      if (query !== undefined) texts.push(query)
      if (extensions?.persistedQuery) hashes.add(extensions.persistedQuery.sha256Hash)
    }
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql') && request.method() === 'POST') look(request.postData())
    })
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => look(payload)))
    return { hashes, texts }
  }
  const end = async (page: Page) => {
    await page.getByRole('button', { name: 'End contact' }).click()
    await page.getByTestId('wrap-up').getByText('Resolved', { exact: true }).click()
    await page.getByRole('button', { name: 'Finish' }).click()
    await vi.waitFor(async () => expect(await page.getByTestId('contact').count()).toBe(0), {
      timeout: 15_000,
    })
  }

  test('both come back by themselves after each kill of the router, and no message is lost or doubled', async () => {
    const [visitor, desk] = await Promise.all([browser.person(), browser.person()])
    const documents = [documentsOf(visitor), documentsOf(desk)]
    await openChat(visitor)
    await say(visitor, 'number 1')
    await signIn(desk)
    await acceptOffer(desk)
    for (const page of [visitor, desk]) {
      await page.evaluate(() => Object.assign(window, { notReloaded: true }))
    }

    let number = 1
    for (let round = 1; round <= 3; round++) {
      await say(desk, `number ${++number}`)
      // Killed while this one may be on its way, and spoken on while nobody listens.
      const killed = organisation.system.kill('router', 'SIGKILL')
      await say(visitor, `number ${++number}`)
      await killed
      await say(desk, `number ${++number}`)
      await say(visitor, `number ${++number}`)
      await composerOf(visitor).fill('half a sentence')
      await visitor.locator('throughline-chat .line').waitFor({ timeout: 15_000 })
      await desk.getByText(/^Reconnecting\. What you see is from \d/).waitFor({ timeout: 15_000 })
      if (round === 1)
        await Promise.all([picture(visitor, 'widget-reconnecting'), picture(desk, 'desk-reconnecting')])
      await organisation.system.ready('router')
      const said = Array.from({ length: number }, (_, index) => index + 1)
      await vi.waitFor(
        async () => {
          const [there, here] = await Promise.all([thread(visitor), thread(desk)])
          expect(there.numbers.toSorted((a, b) => a - b)).toEqual(said)
          expect(here).toEqual(there)
          expect(here.unsent).toBe(false)
        },
        { timeout: 45_000, interval: 250 },
      )
      await vi.waitFor(async () => {
        expect(await visitor.locator('throughline-chat .line').count()).toBe(0)
        expect(await desk.getByText(/^Reconnecting/).count()).toBe(0)
      })
      expect(await composerOf(visitor).inputValue()).toBe('half a sentence')
    }
    // The lines stand: what comes now comes at once, both ways.
    await say(visitor, `number ${number + 1}`)
    await say(desk, `number ${number + 2}`)
    await vi.waitFor(
      async () => {
        const [there, here] = await Promise.all([thread(visitor), thread(desk)])
        expect(there.numbers.length).toBe(number + 2)
        expect(here).toEqual(there)
      },
      { timeout: 15_000 },
    )
    for (const page of [visitor, desk]) expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)
    for (const { hashes, texts } of documents) {
      expect(hashes.size).toBeGreaterThanOrEqual(3)
      expect(texts).toEqual([])
    }
    await end(desk)
    await desk.close()
  }, 240_000)

  test('in a network without WebSocket the chat and the desk run over server-sent events', async () => {
    const [visitor, desk] = await Promise.all([browser.person(), browser.person()])
    const refused: string[] = []
    for (const page of [visitor, desk]) {
      await page.routeWebSocket(/graphql/, async (socket) => {
        refused.push(socket.url())
        await socket.close({ code: 1008 })
      })
    }
    await openChat(visitor)
    await say(visitor, 'number 1')
    await signIn(desk)
    await acceptOffer(desk)
    await say(desk, 'number 2')
    await say(visitor, 'number 3')
    await vi.waitFor(
      async () => {
        const [there, here] = await Promise.all([thread(visitor), thread(desk)])
        expect(there).toEqual({ numbers: [1, 2, 3], unsent: false })
        expect(here).toEqual(there)
      },
      { timeout: 30_000 },
    )
    await organisation.system.kill('router', 'SIGKILL')
    await organisation.system.ready('router')
    await say(desk, 'number 4')
    await vi.waitFor(async () => expect((await thread(visitor)).numbers).toEqual([1, 2, 3, 4]), {
      timeout: 45_000,
    })
    expect(refused.length).toBeGreaterThan(0)
    await end(desk)
  }, 180_000)
})
