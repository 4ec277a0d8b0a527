import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AgentRecord, AgentSkillRecord } from '../models/agent.ts';
import type { Inbox } from '../services/agents/agent-inbox.ts';
import type { AppliedSlaRecord } from '../models/applied-sla.ts';
import type { ConversationReference } from '../services/conversation-reference.ts';
import type { QueueRecord, RoutingStepRecord, SkillRequirementRecord } from '../models/queue.ts';
import type { Board } from '../services/queues/queue-board.ts';
import type { ReservationRecord } from '../models/reservation.ts';
import type { RoutingLogRecord } from '../models/routing-log.ts';
import type { SessionReference } from '../services/session-reference.ts';
import type { SkillRecord } from '../models/skill.ts';
import type { SlaEventRecord } from '../models/sla-event.ts';
import type { SlaPolicyRecord } from '../models/sla-policy.ts';
import type { WorkItemRecord } from '../models/work-item.ts';
import type { RoutingContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
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

/** A person who serves customers. */
export type Agent = {
  __typename?: 'Agent';
  /** How much they can have in hand at once. */
  capacity: CapacityProfile;
  /** The account's id. */
  id: Scalars['ID']['output'];
  /** The name to show. */
  name: Scalars['String']['output'];
  /** How ready they are. */
  presence: PresenceStatus;
  /** Why, where routing set it: MISSED_OFFER after a call or chat that they did not answer; null when it was their own word. */
  presenceReason?: Maybe<Scalars['String']['output']>;
  /** Since when. */
  presenceSince: Scalars['DateTime']['output'];
  /** Offers and contacts in hand. */
  reservations: Array<Reservation>;
  /** What they can serve. */
  skills: Array<AgentSkill>;
};

/** A page of agents. */
export type AgentConnection = {
  __typename?: 'AgentConnection';
  /** The agents. */
  nodes: Array<Agent>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** The desk of one agent. */
export type AgentInbox = {
  __typename?: 'AgentInbox';
  /** The agent. */
  agent: Agent;
  /** Contacts in hand, oldest first, wrap-up included. */
  inHand: Array<Reservation>;
  /** Offers that wait for an answer, the one that expires first at the head. */
  offers: Array<Reservation>;
};

/** A skill of an agent. */
export type AgentSkill = {
  __typename?: 'AgentSkill';
  /** Until when it counts; null without end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** From 1 (basic) to 5 (expert). */
  proficiency: Scalars['Int']['output'];
  /** The skill. */
  skill: Skill;
};

/** A skill of an agent. */
export type AgentSkillInput = {
  /** Until when it counts. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** From 1 to 5. */
  proficiency: Scalars['Int']['input'];
  /** The skill's id; an unknown one is made. */
  skillId: Scalars['ID']['input'];
};

/** A policy's clock on one work item. */
export type AppliedSla = {
  __typename?: 'AppliedSla';
  /** When the target passes. */
  dueAt: Scalars['DateTime']['output'];
  /** When it was met or missed; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** Which clock. */
  metric: SlaMetric;
  /** The policy. */
  policy: SlaPolicy;
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** Where it stands. */
  status: SlaStatus;
  /** When the warning comes. */
  warnAt: Scalars['DateTime']['output'];
};

/** How much an agent can have in hand: a call takes all. */
export type CapacityProfile = {
  __typename?: 'CapacityProfile';
  /** Weight of a chat. */
  chat: Scalars['Int']['output'];
  /** Weight of an e-mail. */
  email: Scalars['Int']['output'];
  /** Weight of a social message. */
  social: Scalars['Int']['output'];
  /** Weight that is never passed; 60 by default: one call (60), three chats (20), or five social messages (12). */
  total: Scalars['Int']['output'];
  /** Weight of a call. */
  voice: Scalars['Int']['output'];
};

/** A conversation; it belongs to the conversation subgraph. */
export type Conversation = {
  __typename?: 'Conversation';
  /** UUIDv7. */
  id: Scalars['ID']['output'];
};

/** How a live topic is delivered. */
export type LiveKind =
  /** Every event once, in order; `after` resumes. */
  | 'EVENT'
  /** A snapshot first, then newer states; a slow reader gets only the newest. */
  | 'STATE';

/** Kinds of contact that routing and SLA policies tell apart. */
export type MediaType =
  /** A live chat. */
  | 'CHAT'
  /** An e-mail. */
  | 'EMAIL'
  /** A message on a social channel. */
  | 'SOCIAL'
  /** A phone call. */
  | 'VOICE';

/** What becomes of an agent who lets an offer run out. */
export type MissedOffer =
  /** They are set away after a call or a chat, or the next customer would wait for nobody. */
  | 'AWAY'
  /** They stay as they are; the contact goes to others first. */
  | 'KEEP';

export type Mutation = {
  __typename?: 'Mutation';
  /** Takes an offered contact. Of an accept and a time-out that race, the first write wins. */
  acceptReservation: ReservationPayload;
  /** Turns an offered contact down; it goes to the next agent. */
  rejectReservation: ReservationPayload;
  /** Supervisors: takes a queue out of use. Refused while contacts wait in it, unless they are to go to another one. */
  removeQueue: RemoveQueuePayload;
  /** Supervisors: makes or changes an agent's routing profile. */
  saveAgent: SaveAgentPayload;
  /** Supervisors: makes or changes a queue. */
  saveQueue: SaveQueuePayload;
  /** Supervisors: makes or changes an SLA policy. Running clocks keep the policy they started with. */
  saveSlaPolicy: SaveSlaPolicyPayload;
  /** The calling agent says how ready they are. */
  setPresence: SetPresencePayload;
};


export type MutationAcceptReservationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRejectReservationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveQueueArgs = {
  id: Scalars['ID']['input'];
  moveTo?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationSaveAgentArgs = {
  input: SaveAgentInput;
};


export type MutationSaveQueueArgs = {
  input: SaveQueueInput;
};


export type MutationSaveSlaPolicyArgs = {
  input: SaveSlaPolicyInput;
};


export type MutationSetPresenceArgs = {
  status: PresenceStatus;
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last row. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether something follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether something precedes. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How ready an agent is. */
export type PresenceStatus =
  /** Ready. */
  | 'AVAILABLE'
  /** On a break. */
  | 'AWAY'
  /** At work on something else. */
  | 'BUSY'
  /** Signed off. */
  | 'OFFLINE';

export type Query = {
  __typename?: 'Query';
  /** One agent; null when they do not exist. */
  agent?: Maybe<Agent>;
  /** Agents, by name. */
  agents: AgentConnection;
  /** The calling agent. */
  me?: Maybe<Agent>;
  /** One queue; null when it does not exist. */
  queue?: Maybe<Queue>;
  /** The live board, as a single answer. */
  queueBoard: QueueBoard;
  /** All queues, by name. */
  queues: Array<Queue>;
  /** The skills there are. */
  skills: Array<Skill>;
  /** The SLA policies in force, the most special first. */
  slaPolicies: Array<SlaPolicy>;
  /** One work item; null when it does not exist. */
  workItem?: Maybe<WorkItem>;
};


export type QueryAgentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAgentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryQueueArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkItemArgs = {
  id: Scalars['ID']['input'];
};

/** A line of contacts that wait for people with certain skills. */
export type Queue = {
  __typename?: 'Queue';
  /** How many were warned or are past due, and still wait. */
  atRiskCount: Scalars['Int']['output'];
  /** The business domain, where the queue has one. */
  domain?: Maybe<Scalars['String']['output']>;
  /** Stable id, for instance support. */
  id: Scalars['ID']['output'];
  /** With so many waiting, the next one goes to `overflowTo`; null: without limit. */
  maxWaiting?: Maybe<Scalars['Int']['output']>;
  /** Which contacts come here. */
  mediaTypes: Array<MediaType>;
  /** The name to show. */
  name: Scalars['String']['output'];
  /** When the next one is due. */
  nextDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when the oldest one waits. */
  oldestQueuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the next one goes when the queue is full. */
  overflowTo?: Maybe<Queue>;
  /** What an agent needs to serve it. */
  requiredSkills: Array<SkillRequirement>;
  /** How long an offer stays with one agent. */
  reservationTimeout: Scalars['Duration']['output'];
  /** Who may serve as time passes. */
  routingPolicy: RoutingPolicy;
  /** The share of contacts to be answered in time, 0 to 1. */
  serviceLevelGoal: Scalars['Float']['output'];
  /** A chat or social contact whose customer is silent for so long leaves its agent's hands until they write again; null: never. */
  silentAfter?: Maybe<Scalars['Duration']['output']>;
  /** How many agents who could serve it are available now, and how many are at work. */
  staffing: QueueStaffing;
  /** Waiting items, the one due first at the head. */
  waiting: WorkItemConnection;
  /** How many wait. */
  waitingCount: Scalars['Int']['output'];
  /** What becomes of an agent who lets a call or a chat of this queue ring until it runs out. */
  whenOfferMissed: MissedOffer;
  /** After-contact work ends by itself after this; null: never. */
  wrapUpLimit?: Maybe<Scalars['Duration']['output']>;
};


/** A line of contacts that wait for people with certain skills. */
export type QueueWaitingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** All queues at one instant. */
export type QueueBoard = {
  __typename?: 'QueueBoard';
  /** When this state was read. */
  at: Scalars['DateTime']['output'];
  /** The queues, by name. */
  queues: Array<Queue>;
  /** Agents by state, over all queues. */
  staffing: QueueStaffing;
};

/** Agents behind a queue, by state. */
export type QueueStaffing = {
  __typename?: 'QueueStaffing';
  /** Ready for the next contact. */
  available: Scalars['Int']['output'];
  /** Away. */
  away: Scalars['Int']['output'];
  /** With contacts in hand and no room left, or busy by their own word. */
  busy: Scalars['Int']['output'];
};

/** What came of removing a queue. */
export type RemoveQueuePayload = {
  __typename?: 'RemoveQueuePayload';
  /** The queue, out of use. */
  queue?: Maybe<Queue>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** One offer of a contact to one agent. */
export type Reservation = {
  __typename?: 'Reservation';
  /** To whom. */
  agent: Agent;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was accepted, rejected, timed out or canceled. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it goes to the next agent if nobody answers. */
  expiresAt: Scalars['DateTime']['output'];
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** Where it stands. */
  status: ReservationStatus;
  /** What is offered. */
  workItem: WorkItem;
};

/** What came of answering an offer. */
export type ReservationPayload = {
  __typename?: 'ReservationPayload';
  /** The reservation. */
  reservation: Reservation;
};

/** Where a reservation stands. */
export type ReservationStatus =
  /** Taken. */
  | 'ACCEPTED'
  /** The customer left. */
  | 'CANCELED'
  /** Done. */
  | 'COMPLETED'
  /** Offered. */
  | 'PENDING'
  /** Turned down. */
  | 'REJECTED'
  /** Taken back by routing. */
  | 'RESCINDED'
  /** Not answered in time. */
  | 'TIMED_OUT'
  /** The contact is over; after-contact work goes on. */
  | 'WRAPPING';

/** Why routing decided as it did. */
export type RoutingDecision = {
  __typename?: 'RoutingDecision';
  /** The agent concerned. */
  agentId?: Maybe<Scalars['ID']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** What: QUEUED, OFFERED, ACCEPTED, REQUEUED, ANSWERED or CLOSED. */
  kind: Scalars['String']['output'];
  /** Reason in codes, for instance LONGEST_IDLE, REJECTED, TIMED_OUT. */
  reason: Scalars['String']['output'];
};

/** How a queue's needs relax while a contact waits, so that more people may serve it. */
export type RoutingPolicy = {
  __typename?: 'RoutingPolicy';
  /** The steps, the earliest first; six at most. The first one is the queue's own needs, from the beginning. */
  steps: Array<RoutingStep>;
};

/** From some waiting time on, who may serve. */
export type RoutingStep = {
  __typename?: 'RoutingStep';
  /** How far the contact moves ahead in its line, once. */
  advance: Scalars['Duration']['output'];
  /** Who could serve one of these queues may serve too, from then on. */
  overflowQueues: Array<Queue>;
  /** Since the contact was queued. */
  relaxAfter: Scalars['Duration']['output'];
  /** What is needed from then on. */
  requiredSkills: Array<SkillRequirement>;
};

/** From some waiting time on, who may serve. */
export type RoutingStepInput = {
  /** How far the contact moves ahead in its line, once; five minutes at most. */
  advance?: InputMaybe<Scalars['Duration']['input']>;
  /** Who could serve one of these queues may serve too, from then on. */
  overflowQueueIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Since the contact was queued. */
  relaxAfter: Scalars['Duration']['input'];
  /** What is needed from then on: each need of the step before, the same, lower, or left out. */
  requiredSkills: Array<SkillRequirementInput>;
};

/** An agent's routing profile. */
export type SaveAgentInput = {
  /** The account's id. */
  id: Scalars['ID']['input'];
  /** The name to show. */
  name: Scalars['String']['input'];
  /** What they can serve. */
  skills: Array<AgentSkillInput>;
};

/** What came of saving an agent. */
export type SaveAgentPayload = {
  __typename?: 'SaveAgentPayload';
  /** The agent. */
  agent?: Maybe<Agent>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** A queue. */
export type SaveQueueInput = {
  /** The business domain. */
  domain?: InputMaybe<Scalars['String']['input']>;
  /** Stable id. */
  id: Scalars['ID']['input'];
  /** With so many waiting, the next one goes to `overflowTo`; null: without limit. */
  maxWaiting?: InputMaybe<Scalars['Int']['input']>;
  /** Which contacts come here. */
  mediaTypes: Array<MediaType>;
  /** The name to show. */
  name: Scalars['String']['input'];
  /** Where the next one goes when the queue is full. */
  overflowTo?: InputMaybe<Scalars['ID']['input']>;
  /** What an agent needs. */
  requiredSkills: Array<SkillRequirementInput>;
  /** How long an offer stays with one agent. */
  reservationTimeout?: InputMaybe<Scalars['Duration']['input']>;
  /** The steps behind the queue's own needs, the earliest first; five at most. */
  routingSteps?: InputMaybe<Array<RoutingStepInput>>;
  /** The share of contacts to be answered in time, 0 to 1. */
  serviceLevelGoal?: InputMaybe<Scalars['Float']['input']>;
  /** A chat or social contact whose customer is silent for so long leaves its agent's hands; null: never. */
  silentAfter?: InputMaybe<Scalars['Duration']['input']>;
  /** What becomes of an agent who lets a call or a chat ring until it runs out. */
  whenOfferMissed?: InputMaybe<MissedOffer>;
  /** After-contact work ends by itself after this; null: never. */
  wrapUpLimit?: InputMaybe<Scalars['Duration']['input']>;
};

/** What came of saving a queue. */
export type SaveQueuePayload = {
  __typename?: 'SaveQueuePayload';
  /** The queue. */
  queue?: Maybe<Queue>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** An SLA policy. */
export type SaveSlaPolicyInput = {
  /** Stable id. */
  id: Scalars['ID']['input'];
  /** Only contacts of this kind. */
  mediaType: MediaType;
  /** Which clock it sets. */
  metric: SlaMetric;
  /** The name to show. */
  name: Scalars['String']['input'];
  /** Only contacts of this queue. */
  queueId?: InputMaybe<Scalars['ID']['input']>;
  /** The time allowed. */
  target: Scalars['Duration']['input'];
  /** How long before the target the warning comes. */
  warnBefore: Scalars['Duration']['input'];
};

/** What came of saving a policy. */
export type SaveSlaPolicyPayload = {
  __typename?: 'SaveSlaPolicyPayload';
  /** The policy. */
  slaPolicy?: Maybe<SlaPolicy>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** A contact; it belongs to the conversation subgraph. */
export type Session = {
  __typename?: 'Session';
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** The contact's way through routing. */
  workItem?: Maybe<WorkItem>;
};

/** What came of changing presence. */
export type SetPresencePayload = {
  __typename?: 'SetPresencePayload';
  /** The agent. */
  agent: Agent;
};

/** Something that can be served: a channel's kind, optionally in one business domain or language. */
export type Skill = {
  __typename?: 'Skill';
  /** Stable id, for instance chat, voice, billing, zh. */
  id: Scalars['ID']['output'];
  /** The name to show. */
  name: Scalars['String']['output'];
};

/** A skill that a queue needs. */
export type SkillRequirement = {
  __typename?: 'SkillRequirement';
  /** The least proficiency, 1 to 5. */
  minimumProficiency: Scalars['Int']['output'];
  /** The skill. */
  skill: Skill;
};

/** A skill that a queue needs. */
export type SkillRequirementInput = {
  /** The least proficiency, 1 to 5. */
  minimumProficiency?: InputMaybe<Scalars['Int']['input']>;
  /** The skill's id. */
  skillId: Scalars['ID']['input'];
};

/** A warning, a breach, or a met target. */
export type SlaEvent = {
  __typename?: 'SlaEvent';
  /** The clock. */
  appliedSla: AppliedSla;
  /** Resume after this event. */
  cursor: Scalars['String']['output'];
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Position in the topic, without gaps. */
  sequence: Scalars['Int']['output'];
  /** What happened: WARNED, MISSED or MET. */
  status: SlaStatus;
  /** The contact. */
  workItem: WorkItem;
};

/** Which clock of an SLA policy runs. */
export type SlaMetric =
  /** Until an agent's first message. */
  | 'FIRST_RESPONSE'
  /** Until the call is answered. */
  | 'SPEED_OF_ANSWER';

/** Response targets for some contacts. */
export type SlaPolicy = {
  __typename?: 'SlaPolicy';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Only contacts of this kind. */
  mediaType: MediaType;
  /** Which clock it sets. */
  metric: SlaMetric;
  /** The name to show. */
  name: Scalars['String']['output'];
  /** Only contacts of this queue; null for all. */
  queueId?: Maybe<Scalars['ID']['output']>;
  /** The time allowed. */
  target: Scalars['Duration']['output'];
  /** How long before the target the warning comes. */
  warnBefore: Scalars['Duration']['output'];
};

/** Where a clock stands. */
export type SlaStatus =
  /** On time. */
  | 'ACTIVE'
  /** The customer left first. */
  | 'CANCELED'
  /** Answered in time. */
  | 'MET'
  /** Answered late, or not yet. */
  | 'MISSED'
  /** At risk. */
  | 'WARNED';

export type Subscription = {
  __typename?: 'Subscription';
  /** The calling agent's own desk: presence, offers, contacts in hand. */
  agentInbox: AgentInbox;
  /** All queues with their waiting items and SLA states. */
  queueBoardChanged: QueueBoard;
  /** Warnings, breaches and met targets, each once and in order. */
  slaEvents: SlaEvent;
};


export type SubscriptionSlaEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A form's field that was not accepted. */
export type UserError = {
  __typename?: 'UserError';
  /** Stable code, worded by the client's language. */
  code: Scalars['String']['output'];
  /** The input field, dotted; null when it concerns the whole. */
  field?: Maybe<Scalars['String']['output']>;
  /** What to do, in English. */
  message: Scalars['String']['output'];
};

/** A contact on its way through routing: one for each session. */
export type WorkItem = {
  __typename?: 'WorkItem';
  /** The channel's name. */
  channel: Scalars['String']['output'];
  /** The conversation it belongs to; null while its subgraph cannot be reached. */
  conversation?: Maybe<Conversation>;
  /** The conversation's id, which is known whatever else is not. */
  conversationId: Scalars['ID']['output'];
  /** Why it went where it went, newest last. */
  decisions: Array<RoutingDecision>;
  /** By when it should be answered. */
  dueAt: Scalars['DateTime']['output'];
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** The kind of contact. */
  mediaType: MediaType;
  /** Higher goes first among equals; 0 is ordinary. */
  priority: Scalars['Int']['output'];
  /** The queue it waits or waited in. */
  queue: Queue;
  /** When it joined the queue. */
  queuedAt: Scalars['DateTime']['output'];
  /** The reservation that is live, or the one that ended it. */
  reservation?: Maybe<Reservation>;
  /** The contact; null while its subgraph cannot be reached. */
  session?: Maybe<Session>;
  /** The contact's id, which is known whatever else is not. */
  sessionId: Scalars['ID']['output'];
  /** Its clocks. */
  sla: Array<AppliedSla>;
  /** Where it stands. */
  status: WorkItemStatus;
};

/** A page of work items. */
export type WorkItemConnection = {
  __typename?: 'WorkItemConnection';
  /** The work items with their cursors. */
  edges: Array<WorkItemEdge>;
  /** The work items. */
  nodes: Array<WorkItem>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** A work item in a page. */
export type WorkItemEdge = {
  __typename?: 'WorkItemEdge';
  /** Continue after this. */
  cursor: Scalars['String']['output'];
  /** The work item. */
  node: WorkItem;
};

/** Where a work item stands. */
export type WorkItemStatus =
  /** An agent has it. */
  | 'ASSIGNED'
  /** The customer left before anybody took it. */
  | 'CANCELED'
  /** Done. */
  | 'COMPLETED'
  /** It waits. */
  | 'QUEUED'
  /** It is offered to an agent. */
  | 'RESERVED'
  /** The contact is over; its agent writes it up. */
  | 'WRAPPING';



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
  Agent: Agent;
  Queue: Queue;
  Reservation: Reservation;
  Session: Session;
  SlaPolicy: SlaPolicy;
  WorkItem: WorkItem;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Agent:
    ( { __typename: 'Agent' }
    & GraphQLRecursivePick<FederationTypes['Agent'], {"id":true}> );
  Queue:
    ( { __typename: 'Queue' }
    & GraphQLRecursivePick<FederationTypes['Queue'], {"id":true}> );
  Reservation:
    ( { __typename: 'Reservation' }
    & GraphQLRecursivePick<FederationTypes['Reservation'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
  SlaPolicy:
    ( { __typename: 'SlaPolicy' }
    & GraphQLRecursivePick<FederationTypes['SlaPolicy'], {"id":true}> );
  WorkItem:
    ( { __typename: 'WorkItem' }
    & ( GraphQLRecursivePick<FederationTypes['WorkItem'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['WorkItem'], {"session":{"id":true}}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Agent: ResolverTypeWrapper<AgentRecord>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AgentConnection: ResolverTypeWrapper<Omit<AgentConnection, 'nodes'> & { nodes: Array<ResolversTypes['Agent']> }>;
  AgentInbox: ResolverTypeWrapper<Inbox>;
  AgentSkill: ResolverTypeWrapper<AgentSkillRecord>;
  AgentSkillInput: AgentSkillInput;
  AppliedSla: ResolverTypeWrapper<AppliedSlaRecord>;
  CapacityProfile: ResolverTypeWrapper<CapacityProfile>;
  Conversation: ResolverTypeWrapper<ConversationReference>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  FieldSet: ResolverTypeWrapper<Scalars['FieldSet']['output']>;
  LiveKind: LiveKind;
  MediaType: MediaType;
  MissedOffer: MissedOffer;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PresenceStatus: PresenceStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Queue: ResolverTypeWrapper<QueueRecord>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  QueueBoard: ResolverTypeWrapper<Board>;
  QueueStaffing: ResolverTypeWrapper<QueueStaffing>;
  RemoveQueuePayload: ResolverTypeWrapper<Omit<RemoveQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  Reservation: ResolverTypeWrapper<ReservationRecord>;
  ReservationPayload: ResolverTypeWrapper<Omit<ReservationPayload, 'reservation'> & { reservation: ResolversTypes['Reservation'] }>;
  ReservationStatus: ReservationStatus;
  RoutingDecision: ResolverTypeWrapper<RoutingLogRecord>;
  RoutingPolicy: ResolverTypeWrapper<Omit<RoutingPolicy, 'steps'> & { steps: Array<ResolversTypes['RoutingStep']> }>;
  RoutingStep: ResolverTypeWrapper<RoutingStepRecord>;
  RoutingStepInput: RoutingStepInput;
  SaveAgentInput: SaveAgentInput;
  SaveAgentPayload: ResolverTypeWrapper<Omit<SaveAgentPayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  SaveQueueInput: SaveQueueInput;
  SaveQueuePayload: ResolverTypeWrapper<Omit<SaveQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  SaveSlaPolicyInput: SaveSlaPolicyInput;
  SaveSlaPolicyPayload: ResolverTypeWrapper<Omit<SaveSlaPolicyPayload, 'slaPolicy'> & { slaPolicy?: Maybe<ResolversTypes['SlaPolicy']> }>;
  Session: ResolverTypeWrapper<SessionReference>;
  SetPresencePayload: ResolverTypeWrapper<Omit<SetPresencePayload, 'agent'> & { agent: ResolversTypes['Agent'] }>;
  Skill: ResolverTypeWrapper<SkillRecord>;
  SkillRequirement: ResolverTypeWrapper<SkillRequirementRecord>;
  SkillRequirementInput: SkillRequirementInput;
  SlaEvent: ResolverTypeWrapper<SlaEventRecord>;
  SlaMetric: SlaMetric;
  SlaPolicy: ResolverTypeWrapper<SlaPolicyRecord>;
  SlaStatus: SlaStatus;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UserError: ResolverTypeWrapper<UserError>;
  WorkItem: ResolverTypeWrapper<WorkItemRecord>;
  WorkItemConnection: ResolverTypeWrapper<Omit<WorkItemConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WorkItemEdge']>, nodes: Array<ResolversTypes['WorkItem']> }>;
  WorkItemEdge: ResolverTypeWrapper<Omit<WorkItemEdge, 'node'> & { node: ResolversTypes['WorkItem'] }>;
  WorkItemStatus: WorkItemStatus;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Agent: AgentRecord;
  ID: Scalars['ID']['output'];
  AgentConnection: Omit<AgentConnection, 'nodes'> & { nodes: Array<ResolversParentTypes['Agent']> };
  AgentInbox: Inbox;
  AgentSkill: AgentSkillRecord;
  AgentSkillInput: AgentSkillInput;
  AppliedSla: AppliedSlaRecord;
  CapacityProfile: CapacityProfile;
  Conversation: ConversationReference;
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  FieldSet: Scalars['FieldSet']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Queue: QueueRecord;
  Float: Scalars['Float']['output'];
  QueueBoard: Board;
  QueueStaffing: QueueStaffing;
  RemoveQueuePayload: Omit<RemoveQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  Reservation: ReservationRecord;
  ReservationPayload: Omit<ReservationPayload, 'reservation'> & { reservation: ResolversParentTypes['Reservation'] };
  RoutingDecision: RoutingLogRecord;
  RoutingPolicy: Omit<RoutingPolicy, 'steps'> & { steps: Array<ResolversParentTypes['RoutingStep']> };
  RoutingStep: RoutingStepRecord;
  RoutingStepInput: RoutingStepInput;
  SaveAgentInput: SaveAgentInput;
  SaveAgentPayload: Omit<SaveAgentPayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  SaveQueueInput: SaveQueueInput;
  SaveQueuePayload: Omit<SaveQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  SaveSlaPolicyInput: SaveSlaPolicyInput;
  SaveSlaPolicyPayload: Omit<SaveSlaPolicyPayload, 'slaPolicy'> & { slaPolicy?: Maybe<ResolversParentTypes['SlaPolicy']> };
  Session: SessionReference;
  SetPresencePayload: Omit<SetPresencePayload, 'agent'> & { agent: ResolversParentTypes['Agent'] };
  Skill: SkillRecord;
  SkillRequirement: SkillRequirementRecord;
  SkillRequirementInput: SkillRequirementInput;
  SlaEvent: SlaEventRecord;
  SlaPolicy: SlaPolicyRecord;
  Subscription: Record<PropertyKey, never>;
  UserError: UserError;
  WorkItem: WorkItemRecord;
  WorkItemConnection: Omit<WorkItemConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WorkItemEdge']>, nodes: Array<ResolversParentTypes['WorkItem']> };
  WorkItemEdge: Omit<WorkItemEdge, 'node'> & { node: ResolversParentTypes['WorkItem'] };
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type AuthenticatedDirectiveArgs = { };

export type AuthenticatedDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = AuthenticatedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InterfaceObjectDirectiveArgs = { };

export type InterfaceObjectDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = InterfaceObjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  import?: Maybe<Array<Maybe<Scalars['String']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveDirectiveArgs = {
  kind: LiveKind;
  topic: Scalars['String']['input'];
};

export type LiveDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OverrideDirectiveArgs = {
  from: Scalars['String']['input'];
  label?: Maybe<Scalars['String']['input']>;
};

export type OverrideDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = OverrideDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: Array<Array<Scalars['String']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scalars['String']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = RoutingContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AgentResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Agent'] = ResolversParentTypes['Agent'], FederationReferenceType extends FederationReferenceTypes['Agent'] = FederationReferenceTypes['Agent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Agent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  capacity?: Resolver<ResolversTypes['CapacityProfile'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['PresenceStatus'], ParentType, ContextType>;
  presenceReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  presenceSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reservations?: Resolver<Array<ResolversTypes['Reservation']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['AgentSkill']>, ParentType, ContextType>;
};

export type AgentConnectionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['AgentConnection'] = ResolversParentTypes['AgentConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Agent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AgentInboxResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['AgentInbox'] = ResolversParentTypes['AgentInbox']> = {
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  inHand?: Resolver<Array<ResolversTypes['Reservation']>, ParentType, ContextType>;
  offers?: Resolver<Array<ResolversTypes['Reservation']>, ParentType, ContextType>;
};

export type AgentSkillResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['AgentSkill'] = ResolversParentTypes['AgentSkill']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  proficiency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
};

export type AppliedSlaResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['AppliedSla'] = ResolversParentTypes['AppliedSla']> = {
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['SlaMetric'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['SlaPolicy'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SlaStatus'], ParentType, ContextType>;
  warnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CapacityProfileResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['CapacityProfile'] = ResolversParentTypes['CapacityProfile']> = {
  chat?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  social?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  voice?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type MutationResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptReservation?: Resolver<ResolversTypes['ReservationPayload'], ParentType, ContextType, RequireFields<MutationAcceptReservationArgs, 'id'>>;
  rejectReservation?: Resolver<ResolversTypes['ReservationPayload'], ParentType, ContextType, RequireFields<MutationRejectReservationArgs, 'id'>>;
  removeQueue?: Resolver<ResolversTypes['RemoveQueuePayload'], ParentType, ContextType, RequireFields<MutationRemoveQueueArgs, 'id'>>;
  saveAgent?: Resolver<ResolversTypes['SaveAgentPayload'], ParentType, ContextType, RequireFields<MutationSaveAgentArgs, 'input'>>;
  saveQueue?: Resolver<ResolversTypes['SaveQueuePayload'], ParentType, ContextType, RequireFields<MutationSaveQueueArgs, 'input'>>;
  saveSlaPolicy?: Resolver<ResolversTypes['SaveSlaPolicyPayload'], ParentType, ContextType, RequireFields<MutationSaveSlaPolicyArgs, 'input'>>;
  setPresence?: Resolver<ResolversTypes['SetPresencePayload'], ParentType, ContextType, RequireFields<MutationSetPresenceArgs, 'status'>>;
};

export type PageInfoResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType, RequireFields<QueryAgentArgs, 'id'>>;
  agents?: Resolver<ResolversTypes['AgentConnection'], ParentType, ContextType, RequireFields<QueryAgentsArgs, 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType, RequireFields<QueryQueueArgs, 'id'>>;
  queueBoard?: Resolver<ResolversTypes['QueueBoard'], ParentType, ContextType>;
  queues?: Resolver<Array<ResolversTypes['Queue']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType>;
  slaPolicies?: Resolver<Array<ResolversTypes['SlaPolicy']>, ParentType, ContextType>;
  workItem?: Resolver<Maybe<ResolversTypes['WorkItem']>, ParentType, ContextType, RequireFields<QueryWorkItemArgs, 'id'>>;
};

export type QueueResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Queue'] = ResolversParentTypes['Queue'], FederationReferenceType extends FederationReferenceTypes['Queue'] = FederationReferenceTypes['Queue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Queue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  atRiskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxWaiting?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mediaTypes?: Resolver<Array<ResolversTypes['MediaType']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  oldestQueuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overflowTo?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  requiredSkills?: Resolver<Array<ResolversTypes['SkillRequirement']>, ParentType, ContextType>;
  reservationTimeout?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  routingPolicy?: Resolver<ResolversTypes['RoutingPolicy'], ParentType, ContextType>;
  serviceLevelGoal?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  silentAfter?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  staffing?: Resolver<ResolversTypes['QueueStaffing'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['WorkItemConnection'], ParentType, ContextType, RequireFields<QueueWaitingArgs, 'first'>>;
  waitingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  whenOfferMissed?: Resolver<ResolversTypes['MissedOffer'], ParentType, ContextType>;
  wrapUpLimit?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
};

export type QueueBoardResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['QueueBoard'] = ResolversParentTypes['QueueBoard']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  queues?: Resolver<Array<ResolversTypes['Queue']>, ParentType, ContextType>;
  staffing?: Resolver<ResolversTypes['QueueStaffing'], ParentType, ContextType>;
};

export type QueueStaffingResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['QueueStaffing'] = ResolversParentTypes['QueueStaffing']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  away?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  busy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RemoveQueuePayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RemoveQueuePayload'] = ResolversParentTypes['RemoveQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Reservation'] = ResolversParentTypes['Reservation'], FederationReferenceType extends FederationReferenceTypes['Reservation'] = FederationReferenceTypes['Reservation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reservation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  workItem?: Resolver<ResolversTypes['WorkItem'], ParentType, ContextType>;
};

export type ReservationPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['ReservationPayload'] = ResolversParentTypes['ReservationPayload']> = {
  reservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
};

export type RoutingDecisionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RoutingDecision'] = ResolversParentTypes['RoutingDecision']> = {
  agentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RoutingPolicyResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RoutingPolicy'] = ResolversParentTypes['RoutingPolicy']> = {
  steps?: Resolver<Array<ResolversTypes['RoutingStep']>, ParentType, ContextType>;
};

export type RoutingStepResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RoutingStep'] = ResolversParentTypes['RoutingStep']> = {
  advance?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  overflowQueues?: Resolver<Array<ResolversTypes['Queue']>, ParentType, ContextType>;
  relaxAfter?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  requiredSkills?: Resolver<Array<ResolversTypes['SkillRequirement']>, ParentType, ContextType>;
};

export type SaveAgentPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SaveAgentPayload'] = ResolversParentTypes['SaveAgentPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveQueuePayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SaveQueuePayload'] = ResolversParentTypes['SaveQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveSlaPolicyPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SaveSlaPolicyPayload'] = ResolversParentTypes['SaveSlaPolicyPayload']> = {
  slaPolicy?: Resolver<Maybe<ResolversTypes['SlaPolicy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workItem?: Resolver<Maybe<ResolversTypes['WorkItem']>, ParentType, ContextType>;
};

export type SetPresencePayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SetPresencePayload'] = ResolversParentTypes['SetPresencePayload']> = {
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
};

export type SkillResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SkillRequirementResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillRequirement'] = ResolversParentTypes['SkillRequirement']> = {
  minimumProficiency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
};

export type SlaEventResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SlaEvent'] = ResolversParentTypes['SlaEvent']> = {
  appliedSla?: Resolver<ResolversTypes['AppliedSla'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SlaStatus'], ParentType, ContextType>;
  workItem?: Resolver<ResolversTypes['WorkItem'], ParentType, ContextType>;
};

export type SlaPolicyResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SlaPolicy'] = ResolversParentTypes['SlaPolicy'], FederationReferenceType extends FederationReferenceTypes['SlaPolicy'] = FederationReferenceTypes['SlaPolicy']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SlaPolicy']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['SlaMetric'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  queueId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  warnBefore?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  agentInbox?: SubscriptionResolver<ResolversTypes['AgentInbox'], "agentInbox", ParentType, ContextType>;
  queueBoardChanged?: SubscriptionResolver<ResolversTypes['QueueBoard'], "queueBoardChanged", ParentType, ContextType>;
  slaEvents?: SubscriptionResolver<ResolversTypes['SlaEvent'], "slaEvents", ParentType, ContextType, Partial<SubscriptionSlaEventsArgs>>;
};

export type UserErrorResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkItemResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WorkItem'] = ResolversParentTypes['WorkItem'], FederationReferenceType extends FederationReferenceTypes['WorkItem'] = FederationReferenceTypes['WorkItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  decisions?: Resolver<Array<ResolversTypes['RoutingDecision']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['Queue'], ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sla?: Resolver<Array<ResolversTypes['AppliedSla']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WorkItemStatus'], ParentType, ContextType>;
};

export type WorkItemConnectionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WorkItemConnection'] = ResolversParentTypes['WorkItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WorkItemEdgeResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WorkItemEdge'] = ResolversParentTypes['WorkItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WorkItem'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RoutingContext> = {
  Agent?: AgentResolvers<ContextType>;
  AgentConnection?: AgentConnectionResolvers<ContextType>;
  AgentInbox?: AgentInboxResolvers<ContextType>;
  AgentSkill?: AgentSkillResolvers<ContextType>;
  AppliedSla?: AppliedSlaResolvers<ContextType>;
  CapacityProfile?: CapacityProfileResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  FieldSet?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Queue?: QueueResolvers<ContextType>;
  QueueBoard?: QueueBoardResolvers<ContextType>;
  QueueStaffing?: QueueStaffingResolvers<ContextType>;
  RemoveQueuePayload?: RemoveQueuePayloadResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  ReservationPayload?: ReservationPayloadResolvers<ContextType>;
  RoutingDecision?: RoutingDecisionResolvers<ContextType>;
  RoutingPolicy?: RoutingPolicyResolvers<ContextType>;
  RoutingStep?: RoutingStepResolvers<ContextType>;
  SaveAgentPayload?: SaveAgentPayloadResolvers<ContextType>;
  SaveQueuePayload?: SaveQueuePayloadResolvers<ContextType>;
  SaveSlaPolicyPayload?: SaveSlaPolicyPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetPresencePayload?: SetPresencePayloadResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SkillRequirement?: SkillRequirementResolvers<ContextType>;
  SlaEvent?: SlaEventResolvers<ContextType>;
  SlaPolicy?: SlaPolicyResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkItem?: WorkItemResolvers<ContextType>;
  WorkItemConnection?: WorkItemConnectionResolvers<ContextType>;
  WorkItemEdge?: WorkItemEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RoutingContext> = {
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
