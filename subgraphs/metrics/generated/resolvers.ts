import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { QueueReference } from '../services/queue-reference.ts';
import type { ContactFigures } from '../services/contact-figures.ts';
import type { ChannelFigures, QueueFigures } from '../services/figures-by.ts';
import type { LiveFigures } from '../services/live-figures.ts';
import type { MetricsContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant in UTC with milliseconds, as ISO 8601. */
  DateTime: { input: Date; output: Date; }
  /** A length of time, ISO 8601, for instance PT3M. */
  Duration: { input: string; output: string | number; }
  FieldSet: { input: string; output: string; }
};

/** Measures of one channel. */
export type ChannelMetrics = {
  __typename?: 'ChannelMetrics';
  /** The channel's name. */
  channel: Scalars['String']['output'];
  /** The measures. */
  metrics: ContactMetrics;
};

/** Measures over a set of contacts. A contact counts in the window in which it was offered to a queue. */
export type ContactMetrics = {
  __typename?: 'ContactMetrics';
  /** Contacts whose customer left before anybody answered. */
  abandoned: Scalars['Int']['output'];
  /** Contacts that a person answered. */
  answered: Scalars['Int']['output'];
  /** Average handling time: from answer to the end of wrap-up, over the finished ones; null without any. */
  averageHandleTime?: Maybe<Scalars['Duration']['output']>;
  /** Average speed of answer, over the answered ones; null without any. */
  averageSpeedOfAnswer?: Maybe<Scalars['Duration']['output']>;
  /** Median time to answer; null without any. */
  medianTimeToAnswer?: Maybe<Scalars['Duration']['output']>;
  /** Messages from customers. */
  messagesIn: Scalars['Int']['output'];
  /** Messages from agents. */
  messagesOut: Scalars['Int']['output'];
  /** Contacts that joined a queue. */
  offered: Scalars['Int']['output'];
  /** 90th percentile of the time to answer (nearest rank); null without any. */
  p90TimeToAnswer?: Maybe<Scalars['Duration']['output']>;
  /** Share of contacts answered within their target. */
  serviceLevel: ServiceLevel;
  /** Contacts that still wait for an answer. */
  waiting: Scalars['Int']['output'];
};

/** How a live topic is delivered. */
export type LiveKind =
  /** Every event once, in order; `after` resumes. */
  | 'EVENT'
  /** A snapshot first, then newer states; a slow reader gets only the newest. */
  | 'STATE';

/** Live figures over a running window. */
export type LiveMetrics = {
  __typename?: 'LiveMetrics';
  /** When they were computed. */
  at: Scalars['DateTime']['output'];
  /** For each channel with contacts in the window. */
  byChannel: Array<ChannelMetrics>;
  /** For each queue with contacts in the window. */
  byQueue: Array<QueueMetrics>;
  /** Over everything. */
  total: ContactMetrics;
  /** The running window. */
  window: Scalars['Duration']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Measures for each channel between two instants; channels without contacts are left out. */
  channelMetrics: Array<ChannelMetrics>;
  /** The live figures, as a single answer. */
  liveMetrics: LiveMetrics;
};


export type QueryChannelMetricsArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryLiveMetricsArgs = {
  window?: InputMaybe<Scalars['Duration']['input']>;
};

/** A queue; it belongs to the routing subgraph. */
export type Queue = {
  __typename?: 'Queue';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Measures of this queue over the last stretch of time; null while they cannot be had. */
  metrics?: Maybe<ContactMetrics>;
};


/** A queue; it belongs to the routing subgraph. */
export type QueueMetricsArgs = {
  window?: InputMaybe<Scalars['Duration']['input']>;
};

/** Measures of one queue. */
export type QueueMetrics = {
  __typename?: 'QueueMetrics';
  /** The measures. */
  metrics: ContactMetrics;
  /** The queue; null while its subgraph cannot be reached. */
  queue?: Maybe<Queue>;
};

/** Share of contacts answered within their target: met ÷ (met + missed). Abandoned within target are left out. */
export type ServiceLevel = {
  __typename?: 'ServiceLevel';
  /** Answered within the target. */
  met: Scalars['Int']['output'];
  /** Answered late, or not answered when the target passed. */
  missed: Scalars['Int']['output'];
  /** From 0 to 1; null while nothing was decided. */
  ratio?: Maybe<Scalars['Float']['output']>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Live figures over the last 30 minutes. */
  liveMetricsChanged: LiveMetrics;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Queue: Queue;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Queue:
    ( { __typename: 'Queue' }
    & GraphQLRecursivePick<FederationTypes['Queue'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ChannelMetrics: ResolverTypeWrapper<ChannelFigures>;
  ContactMetrics: ResolverTypeWrapper<ContactFigures>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  FieldSet: ResolverTypeWrapper<Scalars['FieldSet']['output']>;
  LiveKind: LiveKind;
  LiveMetrics: ResolverTypeWrapper<LiveFigures>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Queue: ResolverTypeWrapper<QueueReference>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  QueueMetrics: ResolverTypeWrapper<QueueFigures>;
  ServiceLevel: ResolverTypeWrapper<ServiceLevel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ChannelMetrics: ChannelFigures;
  ContactMetrics: ContactFigures;
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  FieldSet: Scalars['FieldSet']['output'];
  LiveMetrics: LiveFigures;
  Query: Record<PropertyKey, never>;
  Queue: QueueReference;
  ID: Scalars['ID']['output'];
  QueueMetrics: QueueFigures;
  ServiceLevel: ServiceLevel;
  Float: Scalars['Float']['output'];
  Subscription: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type AuthenticatedDirectiveArgs = { };

export type AuthenticatedDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = AuthenticatedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InterfaceObjectDirectiveArgs = { };

export type InterfaceObjectDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = InterfaceObjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  import?: Maybe<Array<Maybe<Scalars['String']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveDirectiveArgs = {
  kind: LiveKind;
  topic: Scalars['String']['input'];
};

export type LiveDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OverrideDirectiveArgs = {
  from: Scalars['String']['input'];
  label?: Maybe<Scalars['String']['input']>;
};

export type OverrideDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = OverrideDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: Array<Array<Scalars['String']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scalars['String']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = MetricsContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ChannelMetricsResolvers<ContextType = MetricsContext, ParentType extends ResolversParentTypes['ChannelMetrics'] = ResolversParentTypes['ChannelMetrics']> = {
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  metrics?: Resolver<ResolversTypes['ContactMetrics'], ParentType, ContextType>;
};

export type ContactMetricsResolvers<ContextType = MetricsContext, ParentType extends ResolversParentTypes['ContactMetrics'] = ResolversParentTypes['ContactMetrics']> = {
  abandoned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageHandleTime?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  averageSpeedOfAnswer?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  medianTimeToAnswer?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  messagesIn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messagesOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p90TimeToAnswer?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  serviceLevel?: Resolver<ResolversTypes['ServiceLevel'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export interface FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FieldSet'], any> {
  name: 'FieldSet';
}

export type LiveMetricsResolvers<ContextType = MetricsContext, ParentType extends ResolversParentTypes['LiveMetrics'] = ResolversParentTypes['LiveMetrics']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byChannel?: Resolver<Array<ResolversTypes['ChannelMetrics']>, ParentType, ContextType>;
  byQueue?: Resolver<Array<ResolversTypes['QueueMetrics']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['ContactMetrics'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = MetricsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  channelMetrics?: Resolver<Array<ResolversTypes['ChannelMetrics']>, ParentType, ContextType, Partial<QueryChannelMetricsArgs>>;
  liveMetrics?: Resolver<ResolversTypes['LiveMetrics'], ParentType, ContextType, RequireFields<QueryLiveMetricsArgs, 'window'>>;
};

export type QueueResolvers<ContextType = MetricsContext, ParentType extends ResolversParentTypes['Queue'] = ResolversParentTypes['Queue'], FederationReferenceType extends FederationReferenceTypes['Queue'] = FederationReferenceTypes['Queue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Queue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['ContactMetrics']>, ParentType, ContextType, RequireFields<QueueMetricsArgs, 'window'>>;
};

export type QueueMetricsResolvers<ContextType = MetricsContext, ParentType extends ResolversParentTypes['QueueMetrics'] = ResolversParentTypes['QueueMetrics']> = {
  metrics?: Resolver<ResolversTypes['ContactMetrics'], ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
};

export type ServiceLevelResolvers<ContextType = MetricsContext, ParentType extends ResolversParentTypes['ServiceLevel'] = ResolversParentTypes['ServiceLevel']> = {
  met?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = MetricsContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  liveMetricsChanged?: SubscriptionResolver<ResolversTypes['LiveMetrics'], "liveMetricsChanged", ParentType, ContextType>;
};

export type Resolvers<ContextType = MetricsContext> = {
  ChannelMetrics?: ChannelMetricsResolvers<ContextType>;
  ContactMetrics?: ContactMetricsResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  FieldSet?: GraphQLScalarType;
  LiveMetrics?: LiveMetricsResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Queue?: QueueResolvers<ContextType>;
  QueueMetrics?: QueueMetricsResolvers<ContextType>;
  ServiceLevel?: ServiceLevelResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = MetricsContext> = {
  authenticated?: AuthenticatedDirectiveResolver<any, any, ContextType>;
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  interfaceObject?: InterfaceObjectDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
  live?: LiveDirectiveResolver<any, any, ContextType>;
  override?: OverrideDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
