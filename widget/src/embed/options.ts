/** What the embedding page says about its chat. */
export interface EmbedOptions {
  /** Where the server is; the script's own origin unless told. */
  server: string
  /** The web chat account. */
  account: string
  /** The visitor's language; the page's own unless told. */
  locale: string
  /** Who answers, as the visitor knows them; our own words unless told. */
  team?: string
  /** What the page is about, for routing. */
  domain?: string
  /** The visitor's name, if the page knows it. */
  name?: string
}

/**
 * Reads a `<script data-account data-locale data-team data-domain data-name data-server>` tag, or the element's
 * attributes of the same names without `data-`.
 */
export function readOptions(
  attribute: (name: string) => string | null | undefined,
  scriptUrl: string,
  pageLocale: string,
): EmbedOptions {
  return {
    server: new URL(attribute('server') || '/', scriptUrl).origin,
    account: attribute('account') || 'main',
    locale: attribute('locale') || pageLocale || 'en',
    team: attribute('team') || undefined,
    domain: attribute('domain') || undefined,
    name: attribute('name') || undefined,
  }
}
