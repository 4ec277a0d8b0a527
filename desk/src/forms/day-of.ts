const two = (value: number): string => String(value).padStart(2, '0')

/** The day of an instant in this machine's zone, as a date field holds it: 2026-11-25. */
export function dayOf(instant: string): string {
  const date = new Date(instant)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The last moment of a day in this machine's zone, as an instant; null for an empty field. */
export function endOfDay(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined || day === '') return null
  return new Date(new Date(year, month - 1, date + 1).getTime() - 1).toISOString()
}
