/** In the data folder: the demonstration's channel accounts, with their secrets. */
export const demonstrationFile = 'demonstration-accounts.json'

/** Where the simulator plays the providers of the demonstration's accounts. */
export const providersPort = 4090
