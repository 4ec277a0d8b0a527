/** What a viewer may do, in the words of the access directives. */
export interface ViewerRights {
  /** Whether it is known who they are (`@authenticated`). */
  readonly authenticated: boolean
  /** What `@requiresScopes` asks for. */
  readonly scopes: ReadonlySet<string>
  /** The policies that hold for them (`@policy`). */
  readonly policies: ReadonlySet<string>
}

/** What a request may see of the graph. */
export interface Access {
  readonly rights: ViewerRights
  /** The contract whose schema is the whole graph for this viewer; without one, the graph is. */
  readonly contract?: string | undefined
}

/** Of whom nothing is known: nothing protected is for them. */
export const noRights: ViewerRights = { authenticated: false, scopes: new Set(), policies: new Set() }
