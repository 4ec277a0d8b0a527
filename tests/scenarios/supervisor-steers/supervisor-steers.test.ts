/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { accessProblems } from '../access-problems.ts'
import { noBrowser, openBrowser, picture } from '../browser.ts'
import { type Organisation, startOrganisation } from '../organisation.ts'
import { signInAtDesk } from '../sign-in-at-desk.ts'
import { Staff } from '../staff.ts'

const lead = { email: 'lead@scenario.test', name: 'Mei Lin', password: 'a lead of the scenario' }

describe('a supervisor steers, and agents hand on, in a real browser', () => {
  let organisation: Organisation
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let ana: Awaited<ReturnType<Organisation['hireAgent']>>
  let jonas: Awaited<ReturnType<Organisation['hireAgent']>>
  beforeAll(async () => {
    if (noBrowser) return
    organisation = await startOrganisation()
    await organisation.openQueue('web-chat', ['CHAT'], 'chat')
    await organisation.openQueue('returns', ['CHAT'], 'returns')
    ana = await organisation.hireAgent('Ana Garcia', ['chat', 'returns'])
    jonas = await organisation.hireAgent('Jonas Weber', ['chat', 'returns'])
    const staff = new Staff(organisation.url)
    const admin = await staff.signIn('admin@scenario.test', organisation.password)
    await staff.createAccount(admin, { ...lead, roles: ['supervisor'] })
    for (const text of ['First', 'Second', 'Third']) {
      const visitor = await organisation.visitor()
      await visitor.request(
        'mutation ($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) { userErrors { code } } }',
        { input: { text, clientMessageId: crypto.randomUUID() } },
      )
    }
    browser = await openBrowser()
  }, 120_000)
  beforeEach(({ skip }) => skip(noBrowser !== undefined, noBrowser))
  afterAll(async () => {
    await browser?.close()
    await organisation?.stop()
  })

  const queueWith = (page: Page, waiting: number) =>
    page
      .getByTestId('queue-row')
      .filter({ has: page.getByTestId('waiting-count').getByText(String(waiting), { exact: true }) })
  const lined = (page: Page) =>
    page
      .getByTestId('waiting-contact')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-work-item')))
  const atDesk = async (agent: typeof ana, presence: string) => {
    const page = await browser.person()
    await signInAtDesk(page, organisation.url, agent.email, agent.password)
    await page.getByTestId('presence').click()
    await page.getByRole('menuitemradio', { name: presence }).click()
    await page.getByRole('button', { name: `Presence: ${presence}` }).waitFor()
    return page
  }
  const toast = (page: Page, words: string) => page.getByTestId('toast').filter({ hasText: words })

  test('a contact is moved ahead, back and ahead again, given to an agent, and handed over by a word between two', async () => {
    const board = await browser.person()
    await signInAtDesk(board, organisation.url, lead.email, lead.password)
    const waiting = async () => (await lined(board)).length
    await until('all three wait in one queue', async () => {
      const row = queueWith(board, 3)
      if ((await row.count()) === 0) return false
      await row.getByRole('link').click()
      return true
    })
    await until('the three are listed', async () => (await waiting()) === 3)
    expect(await accessProblems(board)).toEqual([])
    const [first, second, third] = await lined(board)
    const row = board.locator(`[data-work-item="${third}"]`)

    // By the keyboard: the menu of the last one, and its submenu.
    const ahead = async () => {
      await row.getByTestId('steer').press('Enter')
      await board.getByRole('menuitem', { name: 'Priority' }).press('ArrowRight')
      await board.getByRole('menuitemradio', { name: 'Highest' }).press('Enter')
      await until('it goes first', async () => (await lined(board))[0] === third)
    }
    await ahead()
    await toast(board, 'priority 10').waitFor()
    await picture(board, 'board-steered')
    await toast(board, 'priority 10').getByRole('button', { name: /Undo/ }).click()
    await until(
      'the line is as it was',
      async () => (await lined(board)).join() === [first, second, third].join(),
    )
    await ahead()

    const anasDesk = await atDesk(ana, 'Busy')
    const jonasDesk = await atDesk(jonas, 'Busy')
    await row.getByTestId('steer').click()
    await board.getByRole('menuitem', { name: 'Assign to…' }).click()
    await board.getByPlaceholder('Name of an agent').fill('Ana')
    await board.getByRole('option', { name: /Ana Garcia/ }).waitFor()
    await picture(board, 'board-assign')
    expect(await accessProblems(board)).toEqual([])
    await board.keyboard.press('Enter')
    await toast(board, 'rings at Ana Garcia').waitFor()

    const offer = anasDesk.getByTestId('offer')
    await offer.getByRole('button', { name: /Accept/ }).click()
    await anasDesk.getByTestId('composer').waitFor()
    await until('two wait', async () => (await waiting()) === 2)

    await anasDesk.getByRole('button', { name: 'Hand over' }).click()
    const dialog = anasDesk.getByTestId('hand-over')
    await dialog.getByText('Tell them first').click()
    await dialog.getByText('Jonas Weber').click()
    await dialog.getByLabel('Note for them').fill('Wants it sent back')
    await picture(anasDesk, 'desk-hand-over')
    expect(await accessProblems(anasDesk)).toEqual([])
    await dialog.getByRole('button', { name: 'Ask to join' }).click()

    const asked = jonasDesk.getByTestId('offer')
    await asked.waitFor({ timeout: 15_000 })
    expect(await asked.innerText()).toContain('Wants it sent back')
    await picture(jonasDesk, 'desk-asked')
    await asked.getByRole('button', { name: /Accept/ }).click()
    const consult = anasDesk.getByTestId('consult')
    await consult.getByText('Jonas Weber has joined').waitFor({ timeout: 15_000 })
    await picture(anasDesk, 'desk-consult')
    await consult.getByRole('button', { name: 'Hand over now' }).click()
    await until('it has left Ana', async () => (await anasDesk.getByTestId('contact').count()) === 0)
    await jonasDesk.getByTestId('composer').fill('I take it from here.')
    expect(await accessProblems(jonasDesk)).toEqual([])
  }, 180_000)

  test('in Chinese, on a narrow and dark screen, a contact is moved to another queue and back', async () => {
    const board = await browser.person({ width: 390, height: 844, dark: true })
    await signInAtDesk(board, organisation.url, lead.email, lead.password)
    await board.getByTestId('board').waitFor()
    await board.getByRole('button', { name: 'Account of Mei Lin' }).click()
    await board.getByRole('menuitem', { name: '简体中文' }).click()
    await board.getByRole('heading', { name: '看板' }).waitFor()
    await queueWith(board, 2).getByRole('link').click()
    await picture(board, 'board-queue-zh')
    await until('two are listed', async () => (await lined(board)).length === 2)
    const from = await board.getByRole('heading', { level: 2 }).innerText()
    const to = from === 'returns' ? 'web-chat' : 'returns'
    await board.getByTestId('steer').first().click()
    await board.getByRole('menuitem', { name: '移到队列…' }).click()
    await board.getByRole('option', { name: new RegExp(`^${to}`) }).click()
    await toast(board, `已移到${to}`).waitFor()
    await until('one is left', async () => (await lined(board)).length === 1)
    await picture(board, 'board-narrow-zh')
    expect(await accessProblems(board)).toEqual([])
    await board.keyboard.press('z')
    await until('both are there again', async () => (await lined(board)).length === 2)
  }, 90_000)

  test('an offer says why it comes, and whoever asks reads why it was this agent and not another', async () => {
    const desk = await atDesk(ana, 'Available')
    const offer = desk.getByTestId('offer')
    await offer.getByText('You are the only one who can take it now.').waitFor({ timeout: 15_000 })
    await picture(desk, 'desk-offer-reason')
    await offer.getByRole('button', { name: /Accept/ }).click()
    await desk.getByRole('button', { name: 'Why this agent?' }).click()
    const why = desk.getByTestId('why')
    expect(await why.getByTestId('why-rule').innerText()).toContain('Ana Garcia was the only one')
    await why.getByLabel('Why not somebody else?').selectOption({ label: 'Jonas Weber' })
    await why.getByTestId('why-not').getByText('Jonas Weber was not there.').waitFor()
    await picture(desk, 'desk-why')
    expect(await accessProblems(desk)).toEqual([])
  }, 90_000)

  test('what is refused in the administration stands at its field, and what is saved is there', async () => {
    const page = await browser.person()
    await signInAtDesk(page, organisation.url, lead.email, lead.password)
    await page.getByRole('link', { name: 'Administration' }).click()
    await page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: 'returns' }).click()
    await page.getByRole('button', { name: 'Add a step' }).click()
    await page.getByLabel('Moves ahead by', { exact: true }).fill('2')
    await page.getByLabel('Moves ahead by: unit').selectOption('hour')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('This is too little or too much.').waitFor()
    expect(await accessProblems(page)).toEqual([])
    await page.getByLabel('Moves ahead by: unit').selectOption('second')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    expect(await page.getByLabel('Moves ahead by', { exact: true }).inputValue()).toBe('2')
  }, 90_000)

  test('who wants to be called back later stands so in the list, until they need not be', async () => {
    const board = await browser.person()
    await signInAtDesk(board, organisation.url, lead.email, lead.password)
    await queueWith(board, 1).getByRole('link').click()
    const row = board.getByTestId('waiting-contact')
    await row.getByTestId('steer').click()
    await board.getByRole('menuitem', { name: 'Call back…' }).click()
    const dialog = board.getByTestId('callback')
    await dialog.getByLabel('At this time or later').check()
    await dialog.getByLabel('At another number').fill('030 901820')
    await dialog.getByText('Write a number with its country code.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Call back' }).isDisabled()).toBe(true)
    await dialog.getByLabel('At another number').fill('+49 30 901820')
    await picture(board, 'board-call-back')
    expect(await accessProblems(board)).toEqual([])
    await dialog.getByRole('button', { name: 'Call back' }).click()
    await toast(board, 'will be called back').waitFor()
    await row.getByTitle(/^To be called back: .+, \d\d:\d\d/).waitFor()
    await picture(board, 'board-to-call-back')
    expect(await accessProblems(board)).toEqual([])

    await row.getByTestId('steer').click()
    await board.getByRole('menuitem', { name: 'No callback needed' }).click()
    await toast(board, 'need not be called back').waitFor()
    await until('nothing says so', async () => (await row.getByTitle(/^To be called back/).count()) === 0)
  }, 90_000)

  test('before it is done, a supervisor sees what two more agents would bring, of what came and of figures by hand', async () => {
    const page = await browser.person()
    await signInAtDesk(page, organisation.url, lead.email, lead.password)
    await page.getByTestId('board').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('What if')
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: 'What if' })
    const answer = page.getByTestId('what-if-answer')
    await form.getByText('agents on duty').waitFor()
    expect(await form.getByLabel('How many').inputValue()).toBe('2')
    await answer.getByText('Nothing played yet').waitFor()
    await picture(page, 'what-if-empty')
    expect(await accessProblems(page)).toEqual([])
    await form.getByRole('button', { name: 'Play it' }).click()
    await answer.getByText('2 agents before, 4 after').waitFor({ timeout: 30_000 })
    await picture(page, 'what-if-recorded')

    // More are taken away than there are: it stands at that field.
    await form.getByRole('button', { name: 'Take agents away' }).click()
    await form.getByLabel('How many').last().fill('9')
    await answer.getByText('The question was changed').waitFor()
    await form.getByRole('button', { name: 'Play it' }).click()
    await form.getByText('Not as many on duty have these skills.').waitFor({ timeout: 30_000 })
    expect(await accessProblems(page)).toEqual([])
    await form.getByRole('button', { name: 'Remove these agents' }).last().click()

    await form.getByLabel('Figures by hand').check()
    await form.getByLabel('Contacts an hour').first().fill('60')
    await form.getByLabel('One takes', { exact: true }).first().fill('10')
    await form.getByRole('button', { name: 'Write down agents' }).click()
    const staff = form.getByRole('group', { name: 'Who is there' })
    await staff.getByLabel('How many').fill('3')
    await staff.getByLabel('Who can serve').selectOption({ label: 'web-chat' })
    await form.getByRole('button', { name: 'Play it' }).click()
    await answer.getByText('3 agents before, 5 after').waitFor({ timeout: 30_000 })
    const overall = answer.getByTestId('what-if-overall')
    await picture(page, 'what-if-by-hand')
    expect(await overall.getByRole('row', { name: /Service level/ }).innerText()).toContain('better')
    expect(await accessProblems(page)).toEqual([])
  }, 120_000)

  test('in Chinese, on a narrow and dark screen, the same question is asked', async () => {
    const page = await browser.person({ width: 390, height: 844, dark: true })
    await signInAtDesk(page, organisation.url, lead.email, lead.password)
    await page.getByTestId('board').waitFor()
    await page.getByRole('button', { name: 'Account of Mei Lin' }).click()
    await page.getByRole('menuitem', { name: '简体中文' }).click()
    await page.goto(`${organisation.url}/desk/administration/what-if`)
    await page.getByText('位坐席在岗').waitFor()
    await picture(page, 'what-if-narrow-zh')
    await page.getByRole('button', { name: '推演' }).click()
    await page.getByText('坐席：原有 2 人，之后 4 人').waitFor({ timeout: 30_000 })
    await picture(page, 'what-if-answer-narrow-zh')
    expect(await accessProblems(page)).toEqual([])
  }, 90_000)

  test('a training that a supervisor agrees to is begun and noted by its agent, at both desks', async () => {
    await organisation.admin.request(
      'mutation { proposeTrainingPlan(input: { skillId: "returns", targetLevel: 4, places: 1 }) { userErrors { code } } }',
    )
    const page = await browser.person()
    await signInAtDesk(page, organisation.url, lead.email, lead.password)
    await page.getByTestId('board').waitFor()
    await page.goto(`${organisation.url}/desk/administration/training`)
    const plan = page.getByRole('region', { name: 'returns, level 4' })
    await plan.getByRole('button', { name: 'Accept' }).click()
    await plan.getByText('not begun').waitFor()
    await picture(page, 'training-plan')
    expect(await accessProblems(page)).toEqual([])

    const trainee = (await plan.innerText()).includes('Ana Garcia') ? ana : jonas
    const desk = await browser.person()
    await signInAtDesk(desk, organisation.url, trainee.email, trainee.password)
    await desk.getByRole('link', { name: 'Training' }).click()
    await desk.getByRole('button', { name: 'Begin' }).click()
    await desk.getByRole('button', { name: 'Add a note' }).click()
    await desk.getByPlaceholder('What was done or learned').fill('Read the guide on returns')
    await desk.keyboard.press('Enter')
    await desk.getByText('Read the guide on returns').waitFor()
    await picture(desk, 'training-own')
    expect(await accessProblems(desk)).toEqual([])
    await page.reload()
    await plan.getByText('Read the guide on returns').waitFor()
  }, 90_000)
})
