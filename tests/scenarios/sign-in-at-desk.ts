import type { Page } from 'playwright-core'

/** Opens the desk on a page and signs in, as a person does. */
export async function signInAtDesk(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(`${url}/desk/`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
