const two = (value: number): string => String(value).padStart(2, '0')

/** An instant in this machine's zone as a field for date and time holds it: 2026-11-25T09:30. */
export function localMinute(instantMs: number): string {
  const date = new Date(instantMs)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
