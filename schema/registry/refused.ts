/** A command is not carried out; the message says what a person can do. */
export class CommandRefused extends Error {}
