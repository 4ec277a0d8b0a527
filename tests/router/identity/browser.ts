/** A browser as far as signing in goes: keeps cookies by origin and path, and follows what it is told step by step. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>()

  /** One request; redirects are the caller's to follow. */
  async visit(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address)
    const cookie = [...this.#cookies]
      .filter(([key, { path }]) => key.startsWith(`${url.origin} `) && url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[1]}=${value}`)
      .join('; ')
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      const path = /; *path=([^;]*)/i.exec(set)?.[1] ?? '/'
      const key = `${url.origin} ${name} ${path}`
      if (value) this.#cookies.set(key, { value, path })
      else this.#cookies.delete(key)
    }
    return response
  }

  /** Whether a cookie of this name is kept for the origin. */
  has(origin: string, name: string): boolean {
    return [...this.#cookies.keys()].some((key) => key.startsWith(`${origin} ${name}`))
  }

  /** Where a redirect leads. */
  static target(response: Response, from: string | URL): URL {
    const location = response.headers.get('location')
    if (!location) throw new Error(`no redirect: ${response.status}`)
    return new URL(location, from)
  }

  /**
   * Follows redirects at the issuer and fills in its pages as a person would, until one leads elsewhere.
   * @param login the person's name at the issuer; `refuse` for one who says no
   * @returns the address to which the issuer sends the browser back
   */
  async passIssuer(start: URL, login: string): Promise<URL> {
    let address = start
    for (let step = 0; step < 20; step++) {
      if (address.origin !== start.origin) return address
      const response = await this.visit(address)
      if (response.status >= 300 && response.status < 400) {
        address = Browser.target(response, address)
        continue
      }
      const page = await response.text()
      const way = login === 'refuse' ? /href="([^"]*\/abort)"/ : /action="([^"]*)"/
      const next = way.exec(page)?.[1]
      if (!next) throw new Error(`no way on at ${address.pathname}: ${response.status} ${page.slice(0, 500)}`)
      const url = new URL(next, address)
      const body = new URLSearchParams({
        prompt: page.includes('name="login"') ? 'login' : 'consent',
        login,
        password: 'any',
      })
      const answer = await this.visit(url, login === 'refuse' ? {} : { method: 'POST', body })
      address = Browser.target(answer, url)
    }
    throw new Error('the issuer asks without end')
  }
}
