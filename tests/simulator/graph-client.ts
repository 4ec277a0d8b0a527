import { type Client, createClient } from 'graphql-ws'
import WebSocket from 'ws'
import type { RenewedToken } from './renewed-token.ts'

/** An entry of an answer's errors. */
export interface GraphFailure {
  message: string
  path?: Array<string | number>
  extensions?: { code?: string; serviceName?: string }
}

/** An answer with what it cost. */
export interface GraphAnswer<T> {
  data: T
  errors: GraphFailure[]
  subgraphRequests: number
}

/** A person's connection to the graph: queries over HTTP, live topics over one WebSocket. */
export class GraphClient {
  readonly #url: string
  readonly #token: string | RenewedToken
  readonly #socket: Client

  constructor(baseUrl: string, token: string | RenewedToken) {
    this.#url = `${baseUrl}/graphql`
    this.#token = token
    this.#socket = createClient({
      url: this.#url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: () => ({ token: this.#bearer }),
      retryAttempts: 20,
      shouldRetry: () => true,
    })
  }

  /**
   * Runs a query or mutation.
   * @throws Error with the answer's errors
   */
  async request<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return (await this.answer<T>(query, variables)).data
  }

  /**
   * Runs a query or mutation and gives the whole answer, partial data with its errors included.
   * @throws Error when there is no data at all
   */
  async answer<T>(
    query: string,
    variables: Record<string, unknown> = {},
    partial = false,
  ): Promise<GraphAnswer<T>> {
    const send = () =>
      fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#bearer}` },
        body: JSON.stringify({ query, variables }),
      })
    let response = await send()
    if (response.status === 401 && typeof this.#token !== 'string') {
      await this.#token.renew()
      response = await send()
    }
    const answer = (await response.json()) as { data?: T; errors?: GraphFailure[] }
    if ((answer.errors?.length && !partial) || !answer.data) {
      throw new Error(
        answer.errors?.map((error) => `${error.extensions?.code ?? ''} ${error.message}`).join('; ') ??
          'no data',
      )
    }
    return {
      data: answer.data,
      errors: answer.errors ?? [],
      subgraphRequests: Number(response.headers.get('x-subgraph-requests')),
    }
  }

  /**
   * Calls back for every event until the returned function is called; the stream's end with an error is reported. Where
   * only the token has expired it goes on with the next one, after the last event.
   */
  subscribe<T>(
    query: string,
    variables: Record<string, unknown>,
    onData: (data: T) => void,
    onError: (error: unknown) => void,
  ): () => void {
    let left = false
    let after: string | undefined
    let leave = () => {}
    const join = () => {
      const resumed = after && query.includes('$after') ? { ...variables, after } : variables
      leave = this.#socket.subscribe<T>(
        { query, variables: resumed },
        {
          next: (result) => {
            const { live } = (result.extensions ?? {}) as { live?: { cursor?: string } }
            after = live?.cursor ?? after
            if (result.data) onData(result.data)
            if (result.errors?.length) onError(result.errors)
          },
          error: (error) => {
            if (left) return
            const { code } = (error ?? {}) as { code?: unknown }
            if (code === 4401 && typeof this.#token !== 'string') this.#token.renew().then(join, onError)
            else onError(error)
          },
          complete: () => undefined,
        },
      )
      if (left) leave()
    }
    join()
    return () => {
      left = true
      leave()
    }
  }

  get #bearer(): string {
    return typeof this.#token === 'string' ? this.#token : this.#token.current
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    await this.#socket.dispose()
  }
}
