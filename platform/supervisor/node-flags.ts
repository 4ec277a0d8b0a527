/** For every part: errors name the lines of the source. */
export const partFlags = ['--enable-source-maps']

/**
 * For the router besides: room for the short-lived objects of many requests at once, which are then collected half as
 * often. Costs up to 128 MB of memory under load.
 */
export const routerFlags = ['--max-semi-space-size=64', '--min-semi-space-size=32']
