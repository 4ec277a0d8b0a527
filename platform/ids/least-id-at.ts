/**
 * The least UUIDv7 of an instant's millisecond: ids made at it or later are not less, so that a range of ids is a range
 * of time, answered by the index that every collection has.
 */
export function leastIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
