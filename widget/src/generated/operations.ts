/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** State of a conversation. */
export type ConversationStatus =
  /** Nothing is open; the next message opens a session again. */
  | 'CLOSED'
  /** A session is open. */
  | 'OPEN';

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

/** A visitor's message. */
export type SendVisitorMessageInput = {
  /** The web chat account of the page. */
  account?: string | null | undefined;
  /** Made by the client (a UUID); the same id makes the same message. */
  clientMessageId: string;
  /** The visitor's name, if they gave one. */
  displayName?: string | null | undefined;
  /** What the page is about, for routing; for instance billing. */
  domain?: string | null | undefined;
  /** The visitor's language. */
  locale?: string | null | undefined;
  /** The words, 1 to 4,000 characters. */
  text: string;
};

export type MessagePartsFragment = { id: string, sequence: number, cursor: string, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string, author: { id: string, purpose: ParticipantPurpose, displayName: string | null } };

export type PresencePartsFragment = { id: string, status: ConversationStatus, participants: Array<{ id: string, purpose: ParticipantPurpose, displayName: string | null, joinedAt: string, leftAt: string | null }> };

export type VisitorHistoryQueryVariables = Exact<{
  account: string;
  last: number;
}>;


export type VisitorHistoryQuery = { visitorConversation: { id: string, status: ConversationStatus, messages: { nodes: Array<{ id: string, sequence: number, cursor: string, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string, author: { id: string, purpose: ParticipantPurpose, displayName: string | null } }> }, participants: Array<{ id: string, purpose: ParticipantPurpose, displayName: string | null, joinedAt: string, leftAt: string | null }> } | null };

export type SendVisitorMessageMutationVariables = Exact<{
  input: SendVisitorMessageInput;
}>;


export type SendVisitorMessageMutation = { sendVisitorMessage: { message: { id: string, sequence: number, cursor: string, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string, author: { id: string, purpose: ParticipantPurpose, displayName: string | null } } | null, conversation: { id: string, status: ConversationStatus, participants: Array<{ id: string, purpose: ParticipantPurpose, displayName: string | null, joinedAt: string, leftAt: string | null }> } | null, userErrors: Array<{ code: string, message: string }> } };

export type MessageAddedSubscriptionVariables = Exact<{
  conversationId: string;
  after?: string | null | undefined;
}>;


export type MessageAddedSubscription = { messageAdded: { id: string, sequence: number, cursor: string, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string, author: { id: string, purpose: ParticipantPurpose, displayName: string | null } } };

export type ConversationChangedSubscriptionVariables = Exact<{
  conversationId: string;
}>;


export type ConversationChangedSubscription = { conversationChanged: { id: string, status: ConversationStatus, participants: Array<{ id: string, purpose: ParticipantPurpose, displayName: string | null, joinedAt: string, leftAt: string | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MessagePartsFragmentDoc = new TypedDocumentString(`
    fragment MessageParts on Message {
  id
  sequence
  cursor
  kind
  text
  clientMessageId
  sentAt
  author {
    id
    purpose
    displayName
  }
}
    `, {"fragmentName":"MessageParts"}) as unknown as TypedDocumentString<MessagePartsFragment, unknown>;
export const PresencePartsFragmentDoc = new TypedDocumentString(`
    fragment PresenceParts on Conversation {
  id
  status
  participants {
    id
    purpose
    displayName
    joinedAt
    leftAt
  }
}
    `, {"fragmentName":"PresenceParts"}) as unknown as TypedDocumentString<PresencePartsFragment, unknown>;
export const VisitorHistoryDocument = new TypedDocumentString(`
    query VisitorHistory($account: String!, $last: Int!) {
  visitorConversation(account: $account) {
    ...PresenceParts
    messages(last: $last) {
      nodes {
        ...MessageParts
      }
    }
  }
}
    fragment MessageParts on Message {
  id
  sequence
  cursor
  kind
  text
  clientMessageId
  sentAt
  author {
    id
    purpose
    displayName
  }
}
fragment PresenceParts on Conversation {
  id
  status
  participants {
    id
    purpose
    displayName
    joinedAt
    leftAt
  }
}`) as unknown as TypedDocumentString<VisitorHistoryQuery, VisitorHistoryQueryVariables>;
export const SendVisitorMessageDocument = new TypedDocumentString(`
    mutation SendVisitorMessage($input: SendVisitorMessageInput!) {
  sendVisitorMessage(input: $input) {
    message {
      ...MessageParts
    }
    conversation {
      ...PresenceParts
    }
    userErrors {
      code
      message
    }
  }
}
    fragment MessageParts on Message {
  id
  sequence
  cursor
  kind
  text
  clientMessageId
  sentAt
  author {
    id
    purpose
    displayName
  }
}
fragment PresenceParts on Conversation {
  id
  status
  participants {
    id
    purpose
    displayName
    joinedAt
    leftAt
  }
}`) as unknown as TypedDocumentString<SendVisitorMessageMutation, SendVisitorMessageMutationVariables>;
export const MessageAddedDocument = new TypedDocumentString(`
    subscription MessageAdded($conversationId: ID!, $after: String) {
  messageAdded(conversationId: $conversationId, after: $after) {
    ...MessageParts
  }
}
    fragment MessageParts on Message {
  id
  sequence
  cursor
  kind
  text
  clientMessageId
  sentAt
  author {
    id
    purpose
    displayName
  }
}`) as unknown as TypedDocumentString<MessageAddedSubscription, MessageAddedSubscriptionVariables>;
export const ConversationChangedDocument = new TypedDocumentString(`
    subscription ConversationChanged($conversationId: ID!) {
  conversationChanged(conversationId: $conversationId) {
    ...PresenceParts
  }
}
    fragment PresenceParts on Conversation {
  id
  status
  participants {
    id
    purpose
    displayName
    joinedAt
    leftAt
  }
}`) as unknown as TypedDocumentString<ConversationChangedSubscription, ConversationChangedSubscriptionVariables>;