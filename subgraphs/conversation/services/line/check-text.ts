import { type UserError, userError } from '../../errors.ts'

const maxClientIdLength = 100

/** What is wrong with a text that somebody typed, and with its client's id; empty when nothing is. */
export function checkText(
  { text, clientMessageId }: { text: string; clientMessageId: string },
  maxLength: number,
): UserError[] {
  const errors: UserError[] = []
  if (text.trim() === '') errors.push(userError('TEXT_EMPTY', 'Write something first.', 'text'))
  if (text.length > maxLength) {
    errors.push(userError('TEXT_TOO_LONG', `Keep it to ${maxLength} characters.`, 'text'))
  }
  if (clientMessageId === '' || clientMessageId.length > maxClientIdLength) {
    const message = `The client's id has 1 to ${maxClientIdLength} characters.`
    errors.push(userError('CLIENT_MESSAGE_ID_INVALID', message, 'clientMessageId'))
  }
  return errors
}
