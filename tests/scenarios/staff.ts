/** The built-in issuer's HTTP endpoints, as a desk or a seed calls them. */
export class Staff {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  /** Signs in and gives a bearer token. */
  async signIn(email: string, password: string): Promise<string> {
    return (await this.signInHeld(email, password)).token
  }

  /** Signs in to stay for longer than a token lives. */
  signInHeld(email: string, password: string): Promise<{ token: string; refreshToken: string }> {
    return this.#post('/auth/sign-in?token=true', { email, password })
  }

  /** The next tokens. */
  refresh(refreshToken: string): Promise<{ token: string; refreshToken: string }> {
    return this.#post('/auth/refresh', { refreshToken })
  }

  /** Makes an account, as an administrator. */
  async createAccount(
    adminToken: string,
    account: { email: string; name: string; password: string; roles: string[] },
  ): Promise<{ id: string }> {
    const made = await this.#post<{ account: { id: string } }>('/auth/accounts', account, {
      authorization: `Bearer ${adminToken}`,
    })
    return made.account
  }

  /** A new visitor's token. */
  async visitorToken(account = 'main'): Promise<string> {
    const { token } = await this.#post<{ token: string }>('/auth/visitor', { account })
    return token
  }

  async #post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as T
  }
}
