/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { noBrowser, openBrowser } from '../browser.ts'
import { type Organisation, startOrganisation } from '../organisation.ts'
import { Staff } from '../staff.ts'

describe('a sign-in of hours whose tokens live for seconds, in a real browser', () => {
  let organisation: Organisation
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    if (noBrowser) return
    organisation = await startOrganisation({ ACCESS_TOKEN_TTL: 'PT20S' })
    await organisation.openQueue('web-chat', ['CHAT'], 'chat')
    browser = await openBrowser()
  }, 120_000)
  beforeEach(({ skip }) => skip(noBrowser !== undefined, noBrowser))
  afterAll(async () => {
    await browser?.close()
    await organisation?.stop()
  })

  const waiting = async (page: Page) => Number(await page.getByTestId('waiting-total').first().innerText())

  test('two tabs stay at work over several tokens, and leave within seconds when an admin says so', async () => {
    const staff = new Staff(organisation.url)
    const admin = await staff.signIn('admin@scenario.test', organisation.password)
    const account = {
      email: 'lead@scenario.test',
      name: 'Lead',
      password: 'a lead of the scenario',
      roles: ['supervisor'],
    }
    const { id } = await staff.createAccount(admin, account)

    const first = await browser.person()
    const renewals: number[] = []
    first.context().on('response', (response) => {
      if (response.url().endsWith('/auth/refresh')) renewals.push(response.status())
    })
    await first.goto(`${organisation.url}/desk/`)
    await first.getByLabel('E-mail').fill(account.email)
    await first.getByLabel('Password').fill(account.password)
    await first.getByRole('button', { name: 'Sign in' }).click()
    await first.getByTestId('board').waitFor()
    const second = await first.context().newPage()
    await second.goto(`${organisation.url}/desk/board`)
    await second.getByTestId('board').waitFor()

    await until(
      'two renewals of each tab',
      () => renewals.filter((status) => status === 200).length >= 4,
      120_000,
    )
    const visitor = await organisation.visitor()
    await visitor.request(
      `mutation { sendVisitorMessage(input: { text: "Hello?", clientMessageId: "${crypto.randomUUID()}" }) {
        userErrors { code } } }`,
    )
    for (const tab of [first, second]) {
      await until('the waiting contact on the board', async () => (await waiting(tab)) === 1)
    }

    const fresh = await staff.signIn('admin@scenario.test', organisation.password)
    const disabled = await fetch(`${organisation.url}/auth/accounts/${id}/disable`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${fresh}` },
      body: '{}',
    })
    expect(disabled.status).toBe(200)
    for (const tab of [first, second]) await tab.getByRole('button', { name: 'Sign in' }).waitFor()
  }, 240_000)
})
