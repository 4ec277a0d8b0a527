/** Whether a page came from this machine; one of another site may not use what is open on it. */
export function isLocalOrigin(origin: string): boolean {
  return URL.canParse(origin) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)
}
