import type { IncomingHttpHeaders } from 'node:http'
import { isOwnOrigin } from './own-origin.ts'

/**
 * Whether a page may use the widget's doors: our own pages, the configured origins, and whoever is not a browser
 * (and so bound by no origin anyway).
 */
export function isWidgetOrigin(
  headers: IncomingHttpHeaders,
  { PUBLIC_URL, WIDGET_ORIGINS }: { PUBLIC_URL?: string | undefined; WIDGET_ORIGINS: readonly string[] },
): boolean {
  const { origin } = headers
  if (origin === undefined) return true
  return (
    WIDGET_ORIGINS.includes('*') ||
    WIDGET_ORIGINS.includes(origin) ||
    isOwnOrigin(headers, PUBLIC_URL) === true
  )
}
