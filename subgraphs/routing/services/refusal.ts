/** A form's field that was not accepted. */
export interface Refusal {
  /** The input field, dotted; null when it concerns the whole. */
  field: string | null
  message: string
  code: string
}

/** What came of saving: the row, or why it was refused. */
export type Saved<T> = { saved: T; refusals: [] } | { saved: null; refusals: Refusal[] }
