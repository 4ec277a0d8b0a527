import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A network between a client and a server, which breaks: in the middle of a message, if so told. */
export interface CuttingProxy {
  /** Where clients connect to. */
  readonly url: string
  /** Connections so far. */
  readonly connections: number
  /** The next connections are cut off after so many bytes from the server each; later ones stand. */
  cutAfter(bytes: readonly number[]): void
  /** Cuts off all connections. */
  cutAll(): void
  stop(): Promise<void>
}

/** @param target the server's port */
export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>()
  let budgets: number[] = []
  let connections = 0
  const server: Server = createServer((client) => {
    connections++
    const upstream = connect(target, '127.0.0.1')
    let left = budgets.shift() ?? Infinity
    const cut = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', cut)
      socket.once('close', () => {
        sockets.delete(socket)
        cut()
      })
    }
    client.pipe(upstream)
    upstream.on('data', (data) => {
      const passed = data.subarray(0, left)
      left -= passed.length
      // What has been passed on is to arrive; nothing after it.
      if (left > 0) client.write(passed)
      else client.end(passed, cut)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections
    },
    cutAfter(bytes) {
      budgets = [...bytes]
    },
    cutAll() {
      for (const socket of sockets) socket.destroy()
    },
    stop: () =>
      new Promise<void>((stopped) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => stopped())
      }),
  }
}
