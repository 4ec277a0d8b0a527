/** How long a contact waits for one person alone, before anybody of its queue may take it. */
export const directForMs = 120_000
