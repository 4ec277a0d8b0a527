interface GraphAnswer<D> {
  data?: D | null
  errors?: Array<{ message: string; extensions?: { code?: string } }>
}

/** The public API, as any program may use it. */
export class RouterClient {
  readonly #url: string
  #token: string | undefined

  /** @param url the router's address, without a path */
  constructor(url: string) {
    this.#url = url
  }

  /** @throws Error when the e-mail and password are refused */
  async signIn(email: string, password: string): Promise<void> {
    const { token } = await this.rest<{ token: string }>('POST', '/auth/sign-in?token=true', {
      email,
      password,
    })
    this.#token = token
  }

  /** Ends the session. */
  async signOut(): Promise<void> {
    await this.rest('POST', '/auth/sign-out', {})
  }

  /** @throws Error with the refusal's code and words */
  async rest<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...this.#authorization() },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(30_000),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`)
    return (text ? JSON.parse(text) : undefined) as T
  }

  /** @throws Error with every error of the answer */
  async graph<D>(query: string, variables: Record<string, unknown> = {}): Promise<D> {
    const { data, errors } = await this.rest<GraphAnswer<D>>('POST', '/graphql', { query, variables })
    if (errors?.length || !data) {
      const words = errors?.map(({ message, extensions }) => `${extensions?.code ?? ''} ${message}`)
      throw new Error(words?.join('; ') ?? 'the graph gave no data')
    }
    return data
  }

  #authorization(): Record<string, string> {
    return this.#token ? { authorization: `Bearer ${this.#token}` } : {}
  }
}
