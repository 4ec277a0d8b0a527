/** The days of the week in the order of ISO 8601: the first is number 1. */
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

export type Weekday = (typeof weekdays)[number]

/**
 * The day of a number by ISO 8601.
 * @throws RangeError when it is not from 1 to 7
 */
export function weekdayOf(number: number): Weekday {
  const weekday = weekdays[number - 1]
  if (!weekday) throw new RangeError(`a weekday is from 1 to 7, not ${number}`)
  return weekday
}

/** The number of a day by ISO 8601, from 1. */
export function weekdayNumber(weekday: Weekday): number {
  return weekdays.indexOf(weekday) + 1
}
