import type { MaybePromise } from './topic-request.ts'
import type { Link, LinkEvents, LinkOptions, Transport } from './transport.ts'

/** A link that is being opened, open, or closed again. */
export interface Opening {
  /** Ends it in whatever state it is; nothing more is told of it. */
  close(): void
}

interface OpeningEvents extends LinkEvents {
  /** There is a link: topics may subscribe. It is not known yet whether the server accepts it. */
  opened(link: Link): void
}

/** Gets a token, then a link, and gives both up when they are not there in time. Tells nothing before it returns. */
export function openLink(
  transport: Transport,
  options: Omit<LinkOptions, 'token'>,
  token: () => MaybePromise<string | undefined>,
  { opened, ready, closed }: OpeningEvents,
): Opening {
  let link: Link | undefined
  let over = false
  const close = () => {
    over = true
    clearTimeout(late)
    link?.close()
  }
  const fail: LinkEvents['closed'] = (...how) => {
    if (over) return
    close()
    closed(...how)
  }
  const late = setTimeout(() => fail(4408, 'not open in time'), options.timings.openWithinMs)
  const open = async () => {
    // Not before the caller has what we return.
    await Promise.resolve()
    const given = await token()
    if (over) return
    const found = await transport(
      { ...options, token: given },
      {
        ready() {
          if (over) return
          clearTimeout(late)
          ready()
        },
        closed: fail,
      },
    )
    link = found
    if (over) found.close()
    else opened(found)
  }
  open().catch((error: unknown) => fail(1006, String(error)))
  return { close }
}
