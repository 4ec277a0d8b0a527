/**
 * Who may import whom. Each rule has a planted violation in tests/architecture/planted/<rule>, where it, and it alone,
 * has to fire. In this file `$1` is what the first group of `from.path` matched.
 */
const test = '\\.test\\.tsx?$'
/** Programs and settings for development, which run from a clone with everything installed. */
const development = `${test}|^tests/|\\.config\\.(ts|js|cjs)$|^\\.|(^|/)codegen\\.ts$|^platform/testkit/|^subgraphs/[^/]+/(testing|arbitraries)/|-suite\\.ts$|^platform/setup/|^widget/(check-size|documents-by-hash|released-documents)\\.ts$|^live-client/(testing/|build\\.ts$)`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'models-import-no-layer-above',
      comment: 'A model holds a collection and its invariants; services, resolvers and jobs stand on it.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/models/', pathNot: test },
      to: { path: '^subgraphs/[^/]+/(services|resolvers|jobs|consumers|routes|adapters|generated)/' },
    },
    {
      name: 'services-import-no-layer-above',
      comment: 'Resolvers, jobs, consumers and routes call services, never the other way round.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/services/', pathNot: test },
      to: { path: '^subgraphs/[^/]+/(resolvers|consumers|routes|generated)/' },
    },
    {
      name: 'services-know-no-graphql',
      comment: 'The rules of the domain do not depend on how they are asked.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/(services|models)/', pathNot: test },
      to: {
        path: '(^|/)node_modules/(graphql|graphql-scalars|mercurius|mercurius-[^/]+|@graphql-tools|@apollo)/',
      },
    },
    {
      name: 'subgraphs-meet-in-graph-and-events',
      comment: 'A subgraph never imports another: it asks the graph, or hears of it by an event.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'Everybody stands on the platform; it knows nobody.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(subgraphs|router|schema|desk|live-client|widget)/' },
    },
    {
      name: 'router-and-schema-know-no-subgraph',
      comment: 'The router routes any supergraph; the shared vocabulary belongs to nobody.',
      severity: 'error',
      from: { path: '^(router|schema)/', pathNot: test },
      to: { path: '^(subgraphs|desk|live-client|widget)/' },
    },
    {
      name: 'adapters-know-only-their-contract',
      comment:
        'A channel is a folder: it needs the contract beside it, and of the platform errors, ids and identity.',
      severity: 'error',
      from: { path: '^subgraphs/conversation/adapters/([^/]+)/', pathNot: test },
      to: {
        path: '^(platform|router|schema|subgraphs|desk|live-client|widget)/',
        pathNot: [
          '^subgraphs/conversation/adapters/$1/',
          '^subgraphs/conversation/adapters/contract[^/]*$',
          '^platform/(errors|ids|identity|time)/',
        ],
      },
    },
    {
      name: 'faces-import-no-server-code',
      comment: 'What runs in a browser knows the API, not those who answer it.',
      severity: 'error',
      from: { path: '^(desk|widget)/', pathNot: test },
      to: { path: '^(platform|router|schema|subgraphs)/' },
    },
    {
      name: 'widget-imports-no-desk',
      comment: 'The widget stays small; the desk may share what the widget has.',
      severity: 'error',
      from: { path: '^widget/' },
      to: { path: '^desk/' },
    },
    {
      name: 'live-client-stands-alone',
      comment: 'Partners take it as it is: it needs nothing of ours and no package.',
      severity: 'error',
      from: { path: '^live-client/src/', pathNot: test },
      to: { path: '^(platform|router|schema|subgraphs|desk|widget|tests)/|(^|/)node_modules/' },
    },
    {
      name: 'no-cycles',
      comment: 'Cycles of types alone are harmless: nothing of them is left at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    {
      name: 'production-needs-no-dev-dependency',
      severity: 'error',
      from: { pathNot: development },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm', 'npm-peer'] },
    },
    {
      name: 'production-imports-no-test',
      severity: 'error',
      from: { pathNot: `${development}|^schema/demonstration/` },
      to: { path: `${test}|^tests/|^platform/testkit/` },
    },
    {
      name: 'every-package-is-declared',
      comment: 'A package that only another one brings along may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(desk|live-client|widget)/dist/|^tests/architecture/planted/|^tests/bench/peers/|^desk/public/',
    },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
