import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { KnownAccount } from '../services/graph/channel-accounts.ts';
import type { Conversation as ConversationRecord } from '../models/conversation.ts';
import type { CustomerReference } from '../services/graph/customer-reference.ts';
import type { KnownDeadLetter } from '../services/graph/dead-letters.ts';
import type { Message as MessageRecord } from '../models/message.ts';
import type { Participant as ParticipantRecord } from '../models/participant.ts';
import type { Session as SessionRecord } from '../models/session.ts';
import type { WrapUpCode as WrapUpCodeRecord } from '../models/wrap-up-code.ts';
import type { ConversationContext } from '../context.ts';
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
  FieldSet: { input: string; output: string; }
};

/** A file that came with a message. */
export type Attachment = {
  __typename?: 'Attachment';
  /** Media type, for instance image/jpeg; null when the channel does not tell. */
  contentType?: Maybe<Scalars['String']['output']>;
  /** File name, where there is one. */
  name?: Maybe<Scalars['String']['output']>;
  /** Size in bytes, where known. */
  sizeBytes?: Maybe<Scalars['Int']['output']>;
  /** The channel's own reference, from which the file is fetched. */
  sourceRef?: Maybe<Scalars['String']['output']>;
};

/** Steps of a phone call. */
export type CallStep =
  /** An agent is connected. */
  | 'ANSWERED'
  /** It is over. */
  | 'ENDED'
  /** It rings with us. */
  | 'RINGING';

/** An account of ours on a channel. */
export type ChannelAccount = {
  __typename?: 'ChannelAccount';
  /** The account's name within the channel. */
  account: Scalars['String']['output'];
  /** The channel's name. */
  channel: Scalars['String']['output'];
  /** channel:account, for instance telegram:main. */
  id: Scalars['ID']['output'];
  /** The kind of contact that comes through it. */
  mediaType: MediaType;
  /** Where the provider sends its webhooks, as a path on this server; null for web chat. */
  webhookPath?: Maybe<Scalars['String']['output']>;
};

/** One line of communication with a customer; it spans channels. */
export type Conversation = {
  __typename?: 'Conversation';
  /** When the first session began. */
  createdAt: Scalars['DateTime']['output'];
  /** The customer, once identity is resolved; null for a moment after the first contact. */
  customer?: Maybe<Customer>;
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** The latest message. */
  lastMessage?: Maybe<Message>;
  /** When the latest message came or went. */
  lastMessageAt?: Maybe<Scalars['DateTime']['output']>;
  /** The highest sequence given to a message; 0 before the first. */
  lastSequence: Scalars['Int']['output'];
  /** Messages in order of their sequence; the last 20 when neither `first` nor `last` is given. */
  messages: MessageConnection;
  /** The session that is open now, the newest of several. */
  openSession?: Maybe<Session>;
  /** Who took part, in order of joining. */
  participants: Array<Participant>;
  /** Contacts on single channels, oldest first, at most 100. */
  sessions: Array<Session>;
  /** Whether a session is open. */
  status: ConversationStatus;
};


/** One line of communication with a customer; it spans channels. */
export type ConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of conversations. */
export type ConversationConnection = {
  __typename?: 'ConversationConnection';
  /** The conversations with their cursors. */
  edges: Array<ConversationEdge>;
  /** The conversations. */
  nodes: Array<Conversation>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** A conversation in a page. */
export type ConversationEdge = {
  __typename?: 'ConversationEdge';
  /** Continue after this. */
  cursor: Scalars['String']['output'];
  /** The conversation. */
  node: Conversation;
};

/** State of a conversation. */
export type ConversationStatus =
  /** Nothing is open; the next message opens a session again. */
  | 'CLOSED'
  /** A session is open. */
  | 'OPEN';

/** A customer; profiles belong to the customer subgraph. */
export type Customer = {
  __typename?: 'Customer';
  /** Conversations with this customer, the most recently active first; null while they cannot be had. */
  conversations?: Maybe<ConversationConnection>;
  /** UUIDv7. */
  id: Scalars['ID']['output'];
};


/** A customer; profiles belong to the customer subgraph. */
export type CustomerConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Something that could not be processed; nothing is lost. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** When it was given up. */
  failedAt: Scalars['DateTime']['output'];
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** What it was: an inbound payload, an event or a job. */
  kind: Scalars['String']['output'];
  /** Why it failed. */
  reason: Scalars['String']['output'];
  /** When it was put back to work; null before. */
  replayedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it came from: a channel account, a consumer or a job's name. */
  source: Scalars['String']['output'];
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  /** The dead letters. */
  nodes: Array<DeadLetter>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** How far a message got. */
export type Delivery = {
  __typename?: 'Delivery';
  /** When this state was reached. */
  at: Scalars['DateTime']['output'];
  /** Why it failed, in words an agent can act on. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The latest state that is known. */
  status: DeliveryStatus;
};

/** States of delivery. */
export type DeliveryStatus =
  /** It reached the customer's device. */
  | 'DELIVERED'
  /** The channel refused it, or retries ran out. */
  | 'FAILED'
  /** The customer read it. */
  | 'READ'
  /** Waiting for the channel to take it. */
  | 'SENDING'
  /** The channel took it. */
  | 'SENT';

/** What came of ending a session. */
export type EndSessionPayload = {
  __typename?: 'EndSessionPayload';
  /** The session. */
  session?: Maybe<Session>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** A stretch of a session in which one thing went on. */
export type InteractionSegment = {
  __typename?: 'InteractionSegment';
  /** The agent concerned, where there is one. */
  agentId?: Maybe<Scalars['ID']['output']>;
  /** When it ended; null while it goes on. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What went on. */
  kind: SegmentKind;
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
};

/** How a live topic is delivered. */
export type LiveKind =
  /** Every event once, in order; `after` resumes. */
  | 'EVENT'
  /** A snapshot first, then newer states; a slow reader gets only the newest. */
  | 'STATE';

/** A place on a map. */
export type Location = {
  __typename?: 'Location';
  /** Degrees north. */
  latitude: Scalars['Float']['output'];
  /** Degrees east. */
  longitude: Scalars['Float']['output'];
  /** What is there. */
  name?: Maybe<Scalars['String']['output']>;
};

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

/** One message, or one entry of a call, in a conversation. */
export type Message = {
  __typename?: 'Message';
  /** Pictures, files, voice notes. */
  attachments: Array<Attachment>;
  /** Who wrote it. */
  author: Participant;
  /** Which step of a call it is; null for everything that is not an entry of a call. */
  callStep?: Maybe<CallStep>;
  /** The channel it travelled on. */
  channel: Scalars['String']['output'];
  /** The id given by the sending client; null for messages that came by a channel. */
  clientMessageId?: Maybe<Scalars['String']['output']>;
  /** The conversation it belongs to. */
  conversationId: Scalars['ID']['output'];
  /** Resume a subscription or a list after this message. */
  cursor: Scalars['String']['output'];
  /** How far it got, for messages that we send. */
  delivery?: Maybe<Delivery>;
  /** When its author changed it; null for one that stands as it was sent. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: MessageKind;
  /** Place on a map. */
  location?: Maybe<Location>;
  /** When it was sent, by the channel's clock where it tells. */
  sentAt: Scalars['DateTime']['output'];
  /** Position in the conversation: 1, 2, 3, … without gaps. */
  sequence: Scalars['Int']['output'];
  /** The session it belongs to. */
  sessionId: Scalars['ID']['output'];
  /** The words; for a picture or file its caption; empty where there are none. */
  text: Scalars['String']['output'];
  /** From whom to whom the contact was handed; null for everything that is not an entry of a transfer. */
  transfer?: Maybe<TransferEntry>;
};

/** A page of messages. */
export type MessageConnection = {
  __typename?: 'MessageConnection';
  /** The messages with their cursors. */
  edges: Array<MessageEdge>;
  /** The messages. */
  nodes: Array<Message>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** A message in a page. */
export type MessageEdge = {
  __typename?: 'MessageEdge';
  /** Continue after or before this. */
  cursor: Scalars['String']['output'];
  /** The message. */
  node: Message;
};

/** What a message is. */
export type MessageKind =
  /** A sound or voice note. */
  | 'AUDIO'
  /** The answer to a button or list. */
  | 'BUTTON_REPLY'
  /** An entry of a phone call. */
  | 'CALL'
  /** A visiting card. */
  | 'CONTACT'
  /** Any other file. */
  | 'FILE'
  /** A picture. */
  | 'IMAGE'
  /** A place. */
  | 'LOCATION'
  /** A reaction to another message. */
  | 'REACTION'
  /** A sticker. */
  | 'STICKER'
  /** A note of the system, such as joining or leaving. */
  | 'SYSTEM'
  /** Words. */
  | 'TEXT'
  /** Something the channel sent that has no form here yet; the original is kept. */
  | 'UNSUPPORTED'
  /** A film. */
  | 'VIDEO';

export type Mutation = {
  __typename?: 'Mutation';
  /** Ends a session; its agent goes on to wrap-up. */
  endSession: EndSessionPayload;
  /** Puts something that could not be processed back to work. */
  replayDeadLetter: DeadLetter;
  /** An agent answers on the session's own channel. Repeating a clientMessageId gives the same message. */
  sendMessage: SendMessagePayload;
  /** A visitor writes in the widget. Opens a conversation with the first message. Repeating a clientMessageId gives the same message. */
  sendVisitorMessage: SendVisitorMessagePayload;
  /** Finishes after-contact work; the agent's capacity is free again. Ends the session when it is still open. */
  wrapUpSession: WrapUpSessionPayload;
};


export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReplayDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


export type MutationSendVisitorMessageArgs = {
  input: SendVisitorMessageInput;
};


export type MutationWrapUpSessionArgs = {
  input: WrapUpSessionInput;
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

/** Somebody who takes part in a conversation. */
export type Participant = {
  __typename?: 'Participant';
  /** The name to show. */
  displayName?: Maybe<Scalars['String']['output']>;
  /** The agent's id, or the channel identity's. */
  id: Scalars['ID']['output'];
  /** When they joined. */
  joinedAt: Scalars['DateTime']['output'];
  /** When they left. */
  leftAt?: Maybe<Scalars['DateTime']['output']>;
  /** In which role. */
  purpose: ParticipantPurpose;
};

/** The role of a participant. */
export type ParticipantPurpose =
  /** An agent. */
  | 'AGENT'
  /** An automatic partner. */
  | 'BOT'
  /** The customer. */
  | 'CUSTOMER'
  /** A voice menu. */
  | 'IVR';

export type Query = {
  __typename?: 'Query';
  /** The channel accounts through which customers reach us. */
  channelAccounts: Array<ChannelAccount>;
  /** One conversation; null when it does not exist or is not the viewer's. */
  conversation?: Maybe<Conversation>;
  /** Conversations, the most recently active first. */
  conversations: ConversationConnection;
  /** What could not be processed, newest first, with its reason. */
  deadLetters: DeadLetterConnection;
  /** One session; null when it does not exist or is not the viewer's. */
  session?: Maybe<Session>;
  /** The calling visitor's most recent conversation on this web chat account; null before the first message. */
  visitorConversation?: Maybe<Conversation>;
  /** The reasons an agent may give when wrapping up. */
  wrapUpCodes: Array<WrapUpCode>;
};


export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<ConversationStatus>;
};


export type QueryDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySessionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryVisitorConversationArgs = {
  account: Scalars['String']['input'];
};

/** What goes on in a segment. */
export type SegmentKind =
  /** Ringing at an agent. */
  | 'ALERT'
  /** On hold. */
  | 'HOLD'
  /** Talking or writing with an agent. */
  | 'INTERACT'
  /** A voice menu. */
  | 'IVR'
  /** Waiting for an agent. */
  | 'QUEUE'
  /** After-contact work. */
  | 'WRAPUP';

/** An agent's message. */
export type SendMessageInput = {
  /** Made by the client (a UUID); the same id makes the same message. */
  clientMessageId: Scalars['String']['input'];
  /** The session, whose channel carries it. */
  sessionId: Scalars['ID']['input'];
  /** The words, 1 to 4,000 characters. */
  text: Scalars['String']['input'];
};

/** What came of an agent's message. */
export type SendMessagePayload = {
  __typename?: 'SendMessagePayload';
  /** The message; null when it was refused. */
  message?: Maybe<Message>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** A visitor's message. */
export type SendVisitorMessageInput = {
  /** The web chat account of the page. */
  account?: InputMaybe<Scalars['String']['input']>;
  /** Made by the client (a UUID); the same id makes the same message. */
  clientMessageId: Scalars['String']['input'];
  /** The visitor's name, if they gave one. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** What the page is about, for routing; for instance billing. */
  domain?: InputMaybe<Scalars['String']['input']>;
  /** The visitor's language. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** The words, 1 to 4,000 characters. */
  text: Scalars['String']['input'];
};

/** What came of a visitor's message. */
export type SendVisitorMessagePayload = {
  __typename?: 'SendVisitorMessagePayload';
  /** The conversation; null when the message was refused. */
  conversation?: Maybe<Conversation>;
  /** The message; null when it was refused. */
  message?: Maybe<Message>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** One contact on one channel. */
export type Session = {
  __typename?: 'Session';
  /** The account through which it came. */
  account: Scalars['String']['output'];
  /** When a person first answered. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** The channel's name: web-chat, telegram, whatsapp, phone. */
  channel: Scalars['String']['output'];
  /** The conversation it belongs to. */
  conversation: Conversation;
  /** The customer's name as the channel gives it. */
  displayName?: Maybe<Scalars['String']['output']>;
  /** When it ended. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** The language the customer's side announced, for instance en or zh-CN. */
  locale?: Maybe<Scalars['String']['output']>;
  /** The kind of contact that routing and SLA policies tell apart. */
  mediaType: MediaType;
  /** What happened in it, in order of time. */
  segments: Array<InteractionSegment>;
  /** The customer's address on the channel, as staff may see it. */
  sourceId?: Maybe<Scalars['String']['output']>;
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** Whether it goes on. */
  status: SessionStatus;
  /** What came of it. */
  wrapUp?: Maybe<WrapUp>;
};

/** State of a session. */
export type SessionStatus =
  /** It is over. */
  | 'ENDED'
  /** It goes on. */
  | 'OPEN';

export type Subscription = {
  __typename?: 'Subscription';
  /** The state of one conversation: participants, sessions, who answers. */
  conversationChanged: Conversation;
  /** Messages of one conversation, each exactly once and in order. */
  messageAdded: Message;
};


export type SubscriptionConversationChangedArgs = {
  conversationId: Scalars['ID']['input'];
};


export type SubscriptionMessageAddedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  conversationId: Scalars['ID']['input'];
};

/** A contact was handed on. */
export type TransferEntry = {
  __typename?: 'TransferEntry';
  /** Who handed it on. */
  fromAgentId: Scalars['ID']['output'];
  /** How. */
  kind: TransferKind;
  /** The person it was meant for; null for a queue's. */
  toAgentId?: Maybe<Scalars['ID']['output']>;
  /** The person or the queue, as it was called then. */
  toName?: Maybe<Scalars['String']['output']>;
};

/** How a contact is handed on. */
export type TransferKind =
  /** It leaves at once. */
  | 'COLD'
  /** The next person is asked for advice; they may take it. */
  | 'CONSULT'
  /** The next person is told first, and then takes it. */
  | 'WARM';

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

/** What came of a contact. */
export type WrapUp = {
  __typename?: 'WrapUp';
  /** Who wrote it. */
  agentId: Scalars['ID']['output'];
  /** The reason's code. */
  code: Scalars['String']['output'];
  /** The agent's words. */
  note?: Maybe<Scalars['String']['output']>;
  /** When. */
  wrappedUpAt: Scalars['DateTime']['output'];
};

/** A reason an agent may give when wrapping up. */
export type WrapUpCode = {
  __typename?: 'WrapUpCode';
  /** Stable code, for instance RESOLVED. */
  code: Scalars['String']['output'];
  /** The name in English. */
  nameEn: Scalars['String']['output'];
  /** The name in Simplified Chinese. */
  nameZh: Scalars['String']['output'];
};

/** What came of a contact. */
export type WrapUpSessionInput = {
  /** One of wrapUpCodes. */
  code: Scalars['String']['input'];
  /** The agent's words, at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The session. */
  sessionId: Scalars['ID']['input'];
};

/** What came of wrapping up. */
export type WrapUpSessionPayload = {
  __typename?: 'WrapUpSessionPayload';
  /** The session. */
  session?: Maybe<Session>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
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
  ChannelAccount: ChannelAccount;
  Conversation: Conversation;
  Customer: Customer;
  Message: Message;
  Session: Session;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ChannelAccount:
    ( { __typename: 'ChannelAccount' }
    & GraphQLRecursivePick<FederationTypes['ChannelAccount'], {"id":true}> );
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Attachment: ResolverTypeWrapper<Attachment>;
  CallStep: CallStep;
  ChannelAccount: ResolverTypeWrapper<KnownAccount>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Conversation: ResolverTypeWrapper<ConversationRecord>;
  ConversationConnection: ResolverTypeWrapper<Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ConversationEdge']>, nodes: Array<ResolversTypes['Conversation']> }>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationStatus: ConversationStatus;
  Customer: ResolverTypeWrapper<CustomerReference>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<KnownDeadLetter>;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'nodes'> & { nodes: Array<ResolversTypes['DeadLetter']> }>;
  Delivery: ResolverTypeWrapper<Delivery>;
  DeliveryStatus: DeliveryStatus;
  EndSessionPayload: ResolverTypeWrapper<Omit<EndSessionPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  FieldSet: ResolverTypeWrapper<Scalars['FieldSet']['output']>;
  InteractionSegment: ResolverTypeWrapper<InteractionSegment>;
  LiveKind: LiveKind;
  Location: ResolverTypeWrapper<Location>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  MediaType: MediaType;
  Message: ResolverTypeWrapper<MessageRecord>;
  MessageConnection: ResolverTypeWrapper<Omit<MessageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MessageEdge']>, nodes: Array<ResolversTypes['Message']> }>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageKind: MessageKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Participant: ResolverTypeWrapper<ParticipantRecord>;
  ParticipantPurpose: ParticipantPurpose;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SegmentKind: SegmentKind;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: ResolverTypeWrapper<Omit<SendMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  SendVisitorMessageInput: SendVisitorMessageInput;
  SendVisitorMessagePayload: ResolverTypeWrapper<Omit<SendVisitorMessagePayload, 'conversation' | 'message'> & { conversation?: Maybe<ResolversTypes['Conversation']>, message?: Maybe<ResolversTypes['Message']> }>;
  Session: ResolverTypeWrapper<SessionRecord>;
  SessionStatus: SessionStatus;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TransferEntry: ResolverTypeWrapper<TransferEntry>;
  TransferKind: TransferKind;
  UserError: ResolverTypeWrapper<UserError>;
  WrapUp: ResolverTypeWrapper<WrapUp>;
  WrapUpCode: ResolverTypeWrapper<WrapUpCodeRecord>;
  WrapUpSessionInput: WrapUpSessionInput;
  WrapUpSessionPayload: ResolverTypeWrapper<Omit<WrapUpSessionPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Attachment: Attachment;
  ChannelAccount: KnownAccount;
  ID: Scalars['ID']['output'];
  Conversation: ConversationRecord;
  ConversationConnection: Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ConversationEdge']>, nodes: Array<ResolversParentTypes['Conversation']> };
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  Customer: CustomerReference;
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: KnownDeadLetter;
  DeadLetterConnection: Omit<DeadLetterConnection, 'nodes'> & { nodes: Array<ResolversParentTypes['DeadLetter']> };
  Delivery: Delivery;
  EndSessionPayload: Omit<EndSessionPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  FieldSet: Scalars['FieldSet']['output'];
  InteractionSegment: InteractionSegment;
  Location: Location;
  Float: Scalars['Float']['output'];
  Message: MessageRecord;
  MessageConnection: Omit<MessageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MessageEdge']>, nodes: Array<ResolversParentTypes['Message']> };
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Participant: ParticipantRecord;
  Query: Record<PropertyKey, never>;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: Omit<SendMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  SendVisitorMessageInput: SendVisitorMessageInput;
  SendVisitorMessagePayload: Omit<SendVisitorMessagePayload, 'conversation' | 'message'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, message?: Maybe<ResolversParentTypes['Message']> };
  Session: SessionRecord;
  Subscription: Record<PropertyKey, never>;
  TransferEntry: TransferEntry;
  UserError: UserError;
  WrapUp: WrapUp;
  WrapUpCode: WrapUpCodeRecord;
  WrapUpSessionInput: WrapUpSessionInput;
  WrapUpSessionPayload: Omit<WrapUpSessionPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type AuthenticatedDirectiveArgs = { };

export type AuthenticatedDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = AuthenticatedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InterfaceObjectDirectiveArgs = { };

export type InterfaceObjectDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = InterfaceObjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  import?: Maybe<Array<Maybe<Scalars['String']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveDirectiveArgs = {
  kind: LiveKind;
  topic: Scalars['String']['input'];
};

export type LiveDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OverrideDirectiveArgs = {
  from: Scalars['String']['input'];
  label?: Maybe<Scalars['String']['input']>;
};

export type OverrideDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = OverrideDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: Array<Array<Scalars['String']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scalars['String']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = ConversationContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AttachmentResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  contentType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sizeBytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sourceRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChannelAccountResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['ChannelAccount'] = ResolversParentTypes['ChannelAccount'], FederationReferenceType extends FederationReferenceTypes['ChannelAccount'] = FederationReferenceTypes['ChannelAccount']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChannelAccount']> | FederationReferenceType, FederationReferenceType, ContextType>;
  account?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  webhookPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  lastMessageAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ConversationMessagesArgs>>;
  openSession?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  participants?: Resolver<Array<ResolversTypes['Participant']>, ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConversationStatus'], ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<CustomerConversationsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadLetterResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replayedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
};

export type EndSessionPayloadResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['EndSessionPayload'] = ResolversParentTypes['EndSessionPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FieldSet'], any> {
  name: 'FieldSet';
}

export type InteractionSegmentResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['InteractionSegment'] = ResolversParentTypes['InteractionSegment']> = {
  agentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SegmentKind'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessageResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  author?: Resolver<ResolversTypes['Participant'], ParentType, ContextType>;
  callStep?: Resolver<Maybe<ResolversTypes['CallStep']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  clientMessageId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MessageKind'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transfer?: Resolver<Maybe<ResolversTypes['TransferEntry']>, ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  endSession?: Resolver<ResolversTypes['EndSessionPayload'], ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'id'>>;
  replayDeadLetter?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType, RequireFields<MutationReplayDeadLetterArgs, 'id'>>;
  sendMessage?: Resolver<ResolversTypes['SendMessagePayload'], ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  sendVisitorMessage?: Resolver<ResolversTypes['SendVisitorMessagePayload'], ParentType, ContextType, RequireFields<MutationSendVisitorMessageArgs, 'input'>>;
  wrapUpSession?: Resolver<ResolversTypes['WrapUpSessionPayload'], ParentType, ContextType, RequireFields<MutationWrapUpSessionArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParticipantResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Participant'] = ResolversParentTypes['Participant']> = {
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  leftAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ParticipantPurpose'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  channelAccounts?: Resolver<Array<ResolversTypes['ChannelAccount']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, RequireFields<QueryConversationsArgs, 'first'>>;
  deadLetters?: Resolver<ResolversTypes['DeadLetterConnection'], ParentType, ContextType, RequireFields<QueryDeadLettersArgs, 'first'>>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<QuerySessionArgs, 'id'>>;
  visitorConversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryVisitorConversationArgs, 'account'>>;
  wrapUpCodes?: Resolver<Array<ResolversTypes['WrapUpCode']>, ParentType, ContextType>;
};

export type SendMessagePayloadResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['SendMessagePayload'] = ResolversParentTypes['SendMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SendVisitorMessagePayloadResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['SendVisitorMessagePayload'] = ResolversParentTypes['SendVisitorMessagePayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  account?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  segments?: Resolver<Array<ResolversTypes['InteractionSegment']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SessionStatus'], ParentType, ContextType>;
  wrapUp?: Resolver<Maybe<ResolversTypes['WrapUp']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  conversationChanged?: SubscriptionResolver<ResolversTypes['Conversation'], "conversationChanged", ParentType, ContextType, RequireFields<SubscriptionConversationChangedArgs, 'conversationId'>>;
  messageAdded?: SubscriptionResolver<ResolversTypes['Message'], "messageAdded", ParentType, ContextType, RequireFields<SubscriptionMessageAddedArgs, 'conversationId'>>;
};

export type TransferEntryResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['TransferEntry'] = ResolversParentTypes['TransferEntry']> = {
  fromAgentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TransferKind'], ParentType, ContextType>;
  toAgentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  toName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WrapUpResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['WrapUp'] = ResolversParentTypes['WrapUp']> = {
  agentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wrappedUpAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WrapUpCodeResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['WrapUpCode'] = ResolversParentTypes['WrapUpCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WrapUpSessionPayloadResolvers<ContextType = ConversationContext, ParentType extends ResolversParentTypes['WrapUpSessionPayload'] = ResolversParentTypes['WrapUpSessionPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = ConversationContext> = {
  Attachment?: AttachmentResolvers<ContextType>;
  ChannelAccount?: ChannelAccountResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  EndSessionPayload?: EndSessionPayloadResolvers<ContextType>;
  FieldSet?: GraphQLScalarType;
  InteractionSegment?: InteractionSegmentResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Participant?: ParticipantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SendMessagePayload?: SendMessagePayloadResolvers<ContextType>;
  SendVisitorMessagePayload?: SendVisitorMessagePayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TransferEntry?: TransferEntryResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WrapUp?: WrapUpResolvers<ContextType>;
  WrapUpCode?: WrapUpCodeResolvers<ContextType>;
  WrapUpSessionPayload?: WrapUpSessionPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = ConversationContext> = {
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
