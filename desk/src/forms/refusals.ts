/** Why a form's field was not accepted, as mutations say it. */
export interface Refusal {
  field: string | null
  code: string
}

/** A field's refusal: its own, or that of a part of it. */
export const refusalOf = (refusals: readonly Refusal[], field: string): Refusal | undefined =>
  refusals.find((refusal) => refusal.field === field) ??
  refusals.find((refusal) => refusal.field?.startsWith(`${field}.`))

/** Refusals that belong to none of these fields, and so to the whole form. */
export const refusalsBeside = (refusals: readonly Refusal[], fields: readonly string[]): Refusal[] =>
  refusals.filter(
    ({ field }) => !fields.some((name) => field === name || (field?.startsWith(`${name}.`) ?? false)),
  )
