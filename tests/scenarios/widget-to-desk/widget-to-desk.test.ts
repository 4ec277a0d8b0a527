/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { accessProblems } from '../access-problems.ts'
import { noBrowser, openBrowser, picture } from '../browser.ts'
import { type Organisation, startOrganisation } from '../organisation.ts'
import { signInAtDesk } from '../sign-in-at-desk.ts'

describe('from the widget to the desk, in a real browser', () => {
  let organisation: Organisation
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let agent: Awaited<ReturnType<Organisation['hireAgent']>>
  beforeAll(async () => {
    if (noBrowser) return
    organisation = await startOrganisation()
    await organisation.openQueue('web-chat', ['CHAT'], 'chat')
    agent = await organisation.hireAgent('Ana Garcia', ['chat'])
    browser = await openBrowser()
  }, 90_000)
  beforeEach(({ skip }) => skip(noBrowser !== undefined, noBrowser))
  afterAll(async () => {
    await browser?.close()
    await organisation?.stop()
  })

  const signIn = (page: Page, email: string, password: string) =>
    signInAtDesk(page, organisation.url, email, password)
  const figure = async (page: Page, id: string) => Number(await page.getByTestId(id).first().innerText())
  /** Words in the widget's thread; not where they are announced to a screen reader. */
  const said = (page: Page, words: string) => page.locator('throughline-chat .said', { hasText: words })
  const openChat = async (page: Page) => {
    const launcher = page.locator('throughline-chat .launcher')
    await launcher.waitFor({ state: 'attached' })
    // It opens by itself where it was open before.
    if ((await launcher.getAttribute('aria-expanded')) !== 'true') await launcher.click()
  }

  test('a visitor writes, an agent takes the offer and answers, the board moves, all without reload', async () => {
    const [visitor, desk, board] = await Promise.all([browser.person(), browser.person(), browser.person()])
    await signIn(board, 'admin@scenario.test', organisation.password)
    await board.getByRole('link', { name: 'Board' }).click()
    await board.getByTestId('board').waitFor()
    await vi.waitFor(async () => expect(await figure(board, 'waiting-total')).toBe(0), { timeout: 15_000 })
    await board.evaluate(() => Object.assign(window, { notReloaded: true }))

    await visitor.goto(`${organisation.url}/widget/demo`)
    await openChat(visitor)
    const words = visitor.locator('throughline-chat textarea')
    await words.fill('Where is my order? It was due on Friday.')
    await words.press('Enter')
    await vi.waitFor(async () => expect(await figure(board, 'waiting-total')).toBe(1), { timeout: 15_000 })
    await picture(board, 'board-waiting')

    await signIn(desk, agent.email, agent.password)
    await desk.getByTestId('presence').click()
    await desk.getByRole('menuitemradio', { name: 'Available' }).click()
    const offer = desk.getByTestId('offer')
    await offer.waitFor({ timeout: 15_000 })
    expect(await offer.innerText()).toContain('Where is my order?')
    const countdown = offer.getByRole('timer')
    const before = await countdown.innerText()
    await vi.waitFor(async () => expect(await countdown.innerText()).not.toBe(before), { timeout: 5_000 })
    expect(await offer.getByTestId('sla').innerText()).toMatch(/\d/)
    await picture(desk, 'desk-offer')
    expect(await accessProblems(desk)).toEqual([])

    await offer.getByRole('button', { name: /Accept/ }).click()
    const composer = desk.getByTestId('composer')
    await composer.fill('Good morning. It leaves our store today.')
    await composer.press('Enter')
    await said(visitor, 'Good morning. It leaves our store today.').waitFor({ timeout: 15_000 })
    await vi.waitFor(
      async () => {
        expect(await figure(board, 'waiting-total')).toBe(0)
        expect(await figure(board, 'answered-total')).toBe(1)
      },
      { timeout: 15_000 },
    )
    expect(await board.evaluate(() => 'notReloaded' in window)).toBe(true)
    await picture(visitor, 'widget-answered')
    await picture(desk, 'desk-conversation')
    await picture(board, 'board-answered')
    expect(await accessProblems(board)).toEqual([])
    expect(await accessProblems(visitor)).toEqual([])

    await words.fill('Thank you.')
    await words.press('Enter')
    await desk.getByTestId('thread').getByText('Thank you.').waitFor({ timeout: 15_000 })
    await desk.getByRole('button', { name: 'End contact' }).click()
    await desk.getByTestId('wrap-up').waitFor({ timeout: 15_000 })
    await desk.getByTestId('wrap-up').getByText('Resolved', { exact: true }).click()
    await picture(desk, 'desk-wrap-up')
    await desk.getByRole('button', { name: 'Finish' }).click()
    await vi.waitFor(async () => expect(await desk.getByTestId('contact').count()).toBe(0), {
      timeout: 15_000,
    })
  }, 120_000)

  test('a visitor who comes back sees what was said, and one who loses the line loses no words', async () => {
    const visitor = await browser.person({ width: 390, height: 844 })
    await visitor.goto(`${organisation.url}/widget/demo`)
    await openChat(visitor)
    const words = visitor.locator('throughline-chat textarea')
    await words.fill('First words')
    await words.press('Enter')
    await said(visitor, 'First words').waitFor()
    await organisation.system.kill('router', 'SIGKILL')
    await words.fill('Said while the line was down')
    await words.press('Enter')
    await organisation.system.ready('router')
    const retry = visitor.locator('throughline-chat .delivery button').first()
    await vi.waitFor(
      async () => {
        if (await retry.isVisible()) await retry.click()
        expect(await visitor.locator('throughline-chat .delivery').count()).toBe(0)
      },
      { timeout: 30_000, interval: 500 },
    )
    await words.fill('a draft')
    await visitor.reload()
    await openChat(visitor)
    await said(visitor, 'Said while the line was down').waitFor({ timeout: 15_000 })
    expect(await visitor.locator('throughline-chat .said').count()).toBe(2)
    expect(await words.inputValue()).toBe('a draft')
    await picture(visitor, 'widget-narrow')
  }, 90_000)
})
