/** What a proof of identity can stand on; when it is revoked the proof ends. */
export type Subject = `${SubjectKind}:${string}`

export type SubjectKind = 'session' | 'account' | 'visit' | 'api-key'

/** The id that is behind a subject's kind. */
export const idOf = (subject: Subject): string => subject.slice(subject.indexOf(':') + 1)
