/** The priorities that the desk offers, of the graph's 0 to 10. */
export const priorities = [0, 3, 6, 10] as const
