const home = '/desk/'

/**
 * Where a sign-in ends: a place of the desk, whatever was asked for. Read as a browser reads it, so that nothing that
 * looks like a path (`//host`, `/\\host`, `/desk/../x`) leads anywhere else.
 */
export function returnTo(asked: string | undefined): string {
  const base = 'http://desk.invalid'
  const url = asked?.startsWith('/') ? URL.parse(asked, base) : null
  if (!url || url.origin !== base || !(url.pathname === '/desk' || url.pathname.startsWith(home))) return home
  return `${url.pathname}${url.search}${url.hash}`
}
