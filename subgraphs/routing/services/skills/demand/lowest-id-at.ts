/**
 * What stands before every id of this instant and behind every earlier one: a UUIDv7 begins with its milliseconds (RFC
 * 9562, section 5.7). By it the rows of an hour are read by their ids, without another index on what is written most.
 */
export function lowestIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}
