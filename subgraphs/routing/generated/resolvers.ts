import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AgentRecord, EffectiveSkillRecord } from '../models/agent.ts';
import type { Inbox } from '../services/agents/agent-inbox.ts';
import type { AppliedSlaRecord } from '../models/applied-sla.ts';
import type { BusinessCalendarRecord, OpenHoursRecord, WeeklyHoursRecord } from '../models/business-calendar.ts';
import type { ConversationReference } from '../services/conversation-reference.ts';
import type { ErlangBeside } from '../services/simulation/what-if/erlang-beside.ts';
import type { Estimate } from '../services/simulation/estimate.ts';
import type { ExpectedFigures } from '../services/simulation/what-if/forecast.ts';
import type { QueueRecord, RoutingStepRecord, SkillRequirementRecord } from '../models/queue.ts';
import type { Board } from '../services/queues/queue-board.ts';
import type { BaselineDemand, Baseline } from '../services/simulation/what-if/baseline.ts';
import type { QueueOutlook, Outlook, WhatIfAnswer } from '../services/simulation/what-if/what-if.ts';
import type { ReservationRecord } from '../models/reservation.ts';
import type { RankedCandidate, NotChosen } from '../services/explain/why-not.ts';
import type { RoutingLogRecord } from '../models/routing-log.ts';
import type { Explanation } from '../services/explain/explain-routing.ts';
import type { SessionReference } from '../services/session-reference.ts';
import type { SkillRecord } from '../models/skill.ts';
import type { CountedSkill, MatrixCell, MatrixRow } from '../services/skills/count-matrix.ts';
import type { Demand } from '../services/skills/gaps/measure-demand.ts';
import type { MeasuredGap } from '../services/skills/gaps/skill-gaps.ts';
import type { SkillGrantRecord, SkillGroupRecord } from '../models/skill-group.ts';
import type { Matrix } from '../services/skills/skill-matrix.ts';
import type { Supply } from '../services/skills/gaps/measure-gap.ts';
import type { FollowedSlaEvent } from '../services/sla/follow-sla-events.ts';
import type { SlaPolicyRecord } from '../models/sla-policy.ts';
import type { Candidate } from '../services/skills/training/rank-candidates.ts';
import type { TrainingItemRecord } from '../models/training-item.ts';
import type { TrainingPlanRecord } from '../models/training-plan.ts';
import type { CallbackRecord, WorkItemRecord, TransferRecord } from '../models/work-item.ts';
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
  /** A phone number, E.164. */
  PhoneNumber: { input: string; output: string; }
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
  /** What they were given themselves, also what has expired. */
  ownSkills: Array<AgentSkill>;
  /** How ready they are. */
  presence: PresenceStatus;
  /** Why, where it was not their own word: MISSED_OFFER after a call or chat that they did not answer, SIGN_LOST when nothing was heard of their desk, SUPERVISOR when one set it; null when it was. */
  presenceReason?: Maybe<Scalars['String']['output']>;
  /** Since when. */
  presenceSince: Scalars['DateTime']['output'];
  /** Offers and contacts in hand. */
  reservations: Array<Reservation>;
  /** What they can serve: their own skills, those of their groups, and the basic ones; of a skill that comes several ways the best counts. */
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
  /** Where it comes from. */
  source: SkillSource;
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
  /** When the target passes; while it stands still, as it was when that began. */
  dueAt: Scalars['DateTime']['output'];
  /** When it was met or missed, exactly; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** Which clock. */
  metric: SlaMetric;
  /** Since when it stands still; null while it runs. */
  pausedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The policy. */
  policy: SlaPolicy;
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** Where it stands. */
  status: SlaStatus;
  /** When the warning comes; while it stands still, as it was when that began. */
  warnAt: Scalars['DateTime']['output'];
};

/** When an organisation, or a part of it, is at work. Hours are by the wall clock of its zone: those that daylight saving skips are no time, those that it repeats count twice. */
export type BusinessCalendar = {
  __typename?: 'BusinessCalendar';
  /** Days with hours of their own. */
  holidays: Array<Holiday>;
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** The hours of each week. */
  intervals: Array<WeeklyHours>;
  /** The name to show. */
  name: Scalars['String']['output'];
  /** IANA name of the time zone, for instance Europe/Berlin. */
  timeZone: Scalars['String']['output'];
};

/** Somebody is to call the customer. */
export type Callback = {
  __typename?: 'Callback';
  /** Not before; null for as soon as possible. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** Another number than the contact's own. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** Who promised to do it themselves: theirs for two minutes from its instant. */
  promisedBy?: Maybe<Agent>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** When an agent took it; null while it is still to be made. */
  takenAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What came of a candidate. */
export type CandidateOutcome =
  /** They got the offer. */
  | 'CHOSEN'
  /** They were kept for a contact that is due earlier. */
  | 'HELD'
  /** They had not taken this contact shortly before. */
  | 'PASSED_OVER'
  /** Somebody else ranked higher. */
  | 'RANKED_LOWER';

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

/** How much an agent can have in hand at once. No contact weighs more than the total. */
export type CapacityProfileInput = {
  /** Weight of a chat. */
  chat?: InputMaybe<Scalars['Int']['input']>;
  /** Weight of an e-mail. */
  email?: InputMaybe<Scalars['Int']['input']>;
  /** Weight of a social message. */
  social?: InputMaybe<Scalars['Int']['input']>;
  /** Weight that is never passed, 1 to 10000. */
  total?: InputMaybe<Scalars['Int']['input']>;
  /** Weight of a call; all of the total when left out. */
  voice?: InputMaybe<Scalars['Int']['input']>;
};

/** The end of a training: what the agent may do from now on. */
export type Certification = {
  __typename?: 'Certification';
  /** When. */
  certifiedAt: Scalars['DateTime']['output'];
  /** Who certified it. */
  certifiedBy: Scalars['String']['output'];
  /** The proficiency that was certified. */
  proficiency: Scalars['Int']['output'];
  /** Until when; null without end. */
  validUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** A certification. */
export type CertifyTrainingInput = {
  /** The training's id. */
  id: Scalars['ID']['input'];
  /** The proficiency, 1 to 5; what the training was for when left out. */
  proficiency?: InputMaybe<Scalars['Int']['input']>;
  /** Until when it counts; without end when left out. */
  validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A conversation; it belongs to the conversation subgraph. */
export type Conversation = {
  __typename?: 'Conversation';
  /** UUIDv7. */
  id: Scalars['ID']['output'];
};

/** Contacts of one kind that come to one queue. */
export type DemandInput = {
  /** The rate hour by hour, 24 at most; the last one goes on. */
  arrivalsPerHour: Array<Scalars['Float']['input']>;
  /** How long one takes an agent, after-contact work included. */
  handleTime: Scalars['Duration']['input'];
  /** The kind of contact. */
  mediaType: MediaType;
  /** How long customers wait before they give up, on average; without it nobody does. */
  patience?: InputMaybe<Scalars['Duration']['input']>;
  /** The queue. */
  queueId: Scalars['ID']['input'];
};

/** Over which time demand is counted. */
export type DemandWindow =
  /** Today and the six days before, in UTC. */
  | 'LAST_7_DAYS'
  /** The last 24 hours. */
  | 'LAST_24_HOURS'
  /** Today and the 27 days before, in UTC. */
  | 'LAST_28_DAYS';

/** A length of time, and how sure it is. */
export type DurationEstimate = {
  __typename?: 'DurationEstimate';
  /** With 95 % confidence the true mean lies within this much of it. */
  halfWidth: Scalars['Duration']['output'];
  /** The mean over the replications. */
  mean: Scalars['Duration']['output'];
};

/** What Erlang C says of a queue: nobody gives up, and each hour is as if it lasted. */
export type ErlangCFigures = {
  __typename?: 'ErlangCFigures';
  /** Mean wait; null when the line grows without end in some hour. */
  expectedWait?: Maybe<Scalars['Duration']['output']>;
  /** Share of the time that a server is busy. */
  occupancy: Scalars['Float']['output'];
  /** How many contacts can be served at once in the busiest hour. */
  servers: Scalars['Int']['output'];
  /** How many it would take in that hour for the queue's goal. */
  serversNeeded: Scalars['Int']['output'];
  /** Share answered within the target. */
  serviceLevel: Scalars['Float']['output'];
  /** Share that has to wait. */
  waitingProbability: Scalars['Float']['output'];
};

/** Agents who were no candidates, by the first reason that applied. */
export type ExcludedAgents = {
  __typename?: 'ExcludedAgents';
  /** Were kept for a contact that is due earlier. */
  held: Scalars['Int']['output'];
  /** Could not serve it. */
  lacksSkill: Scalars['Int']['output'];
  /** Had no room for it. */
  noRoom: Scalars['Int']['output'];
  /** Had not taken it shortly before. */
  passedOver: Scalars['Int']['output'];
  /** Not available. */
  unavailable: Scalars['Int']['output'];
};

/** What a change makes: surer than the difference of two forecasts, because both met the same contacts. */
export type ForecastChange = {
  __typename?: 'ForecastChange';
  /** Of the share that gave up. */
  abandonRate?: Maybe<ForecastEstimate>;
  /** Of the occupancy. */
  occupancy?: Maybe<ForecastEstimate>;
  /** Of the service level; 0.05 is five points more. */
  serviceLevel?: Maybe<ForecastEstimate>;
};

/** A share, and how sure it is. */
export type ForecastEstimate = {
  __typename?: 'ForecastEstimate';
  /** With 95 % confidence the true mean lies within this much of it. */
  halfWidth: Scalars['Float']['output'];
  /** The mean over the replications. */
  mean: Scalars['Float']['output'];
};

/** Figures of a simulation. One is null where there was nothing to measure. */
export type ForecastFigures = {
  __typename?: 'ForecastFigures';
  /** Share that gave up. */
  abandonRate?: Maybe<ForecastEstimate>;
  /** How many contacts come, on average. */
  contacts: Scalars['Float']['output'];
  /** Time until the answer, until they gave up, or until the end. */
  expectedWait?: Maybe<DurationEstimate>;
  /** Share of the capacity in use, of the agents who can serve them. */
  occupancy?: Maybe<ForecastEstimate>;
  /** Share answered within the target; those who gave up count against it. */
  serviceLevel?: Maybe<ForecastEstimate>;
};

/** How bad a gap is. */
export type GapSeverity =
  /** Half of the agents needed are missing, or nobody has the skill. */
  | 'CRITICAL'
  /** A quarter of the agents needed is missing, or a fifth of the contacts come too late (of five or more). */
  | 'HIGH'
  /** Met now; certifications that expire open a gap within 30 days. */
  | 'LOW'
  /** A part of the agents needed is missing, or a tenth of the contacts come too late (of five or more). */
  | 'MEDIUM'
  /** Demand is met, now and in 30 days. */
  | 'NONE';

/** A day with hours of its own. */
export type Holiday = {
  __typename?: 'Holiday';
  /** The date, for instance 2026-12-25. */
  date: Scalars['String']['output'];
  /** Its open hours; closed without any. */
  hours: Array<OpenHours>;
  /** The name to show. */
  name: Scalars['String']['output'];
  /** Whether it is the same day of every year; a year's own entry goes before it. */
  yearly: Scalars['Boolean']['output'];
};

/** A day with hours of its own. */
export type HolidayInput = {
  /** The date, for instance 2026-12-25. */
  date: Scalars['String']['input'];
  /** Its open hours; closed without any. */
  hours?: InputMaybe<Array<OpenHoursInput>>;
  /** The name to show. */
  name: Scalars['String']['input'];
  /** Whether it is the same day of every year. */
  yearly?: InputMaybe<Scalars['Boolean']['input']>;
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

/** A need that an agent did not meet. */
export type MissingSkill = {
  __typename?: 'MissingSkill';
  /** Since when it did not count any more. */
  expiredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was needed, 1 to 5. */
  minimumProficiency: Scalars['Int']['output'];
  /** What they had; null: nothing. */
  proficiency?: Maybe<Scalars['Int']['output']>;
  /** The skill's id. */
  skillId: Scalars['ID']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Takes an offered contact. Of an accept and a time-out that race, the first write wins. */
  acceptReservation: ReservationPayload;
  /** Supervisors: accepts a proposed training; the agent may start it. */
  acceptTraining: TrainingItemPayload;
  /** Supervisors: gives a contact that waits, or rings elsewhere, to one agent; it rings there at once. */
  assignWork: WorkItemPayload;
  /** Takes a callback back that was not made. Where there is none, nothing changes. */
  cancelCallback: WorkItemPayload;
  /** Supervisors: calls an open training off. */
  cancelTraining: TrainingItemPayload;
  /** Ends a consult: the contact stays with its agent. Where there is none, nothing changes. */
  cancelTransfer: WorkItemPayload;
  /** Supervisors: certifies a training that was handed in. The agent has the skill from that moment; nobody certifies themselves. */
  certifyTraining: TrainingItemPayload;
  /** Hands a contact over to the second agent, who has accepted it. */
  completeTransfer: WorkItemPayload;
  /** Done with a contact whose session is over, for instance after calling back. */
  completeWork: WorkItemPayload;
  /** Supervisors, or the agent concerned: turns down a training that has not begun. */
  declineTraining: TrainingItemPayload;
  /** Supervisors: moves a contact that waits to another queue, where its due instant decides its place. */
  moveWork: WorkItemPayload;
  /** The agent concerned, or a supervisor: adds what was done or learned to an open training. */
  noteTraining: TrainingItemPayload;
  /** Supervisors: proposes trainings against a gap, for the best candidates. */
  proposeTrainingPlan: TrainingPlanPayload;
  /** Supervisors: takes a contact back from the agent to whom it rings or who has it; it goes to its place in line. */
  pullWork: WorkItemPayload;
  /** Turns an offered contact down; it goes to the next agent. */
  rejectReservation: ReservationPayload;
  /** Supervisors: removes a business calendar that no policy counts by. */
  removeBusinessCalendar: RemoveBusinessCalendarPayload;
  /** Supervisors: takes a queue out of use. Refused while contacts wait in it, unless they are to go to another one. */
  removeQueue: RemoveQueuePayload;
  /** Supervisors: removes a skill that no queue, agent, group or open training needs. */
  removeSkill: RemoveSkillPayload;
  /** Supervisors: removes a group; its members lose what only it gave them. */
  removeSkillGroup: RemoveSkillGroupPayload;
  /** Supervisors: ends an SLA policy. Running clocks follow the next one that applies, or are canceled. */
  removeSlaPolicy: RemoveSlaPolicyPayload;
  /** Supervisors: gives a contact another priority; in line it moves at once. */
  reprioritizeWork: WorkItemPayload;
  /** Has the customer called back: a contact that waits keeps its place, or comes up at an instant; one in one's hands goes into line for it when one is done with it. */
  requestCallback: WorkItemPayload;
  /** Gives a contact in one's hands back: it goes to its place in line, and to others first. */
  requeueWork: WorkItemPayload;
  /** Supervisors: gives a training that was handed in back for more work. */
  returnTraining: TrainingItemPayload;
  /** Supervisors: makes or changes an agent's routing profile. */
  saveAgent: SaveAgentPayload;
  /** Supervisors: makes or changes a business calendar. Running clocks of its policies follow it. */
  saveBusinessCalendar: SaveBusinessCalendarPayload;
  /** Supervisors: makes or changes a queue. */
  saveQueue: SaveQueuePayload;
  /** Supervisors: makes or changes a skill. A basic one is granted to every agent at once. */
  saveSkill: SaveSkillPayload;
  /** Supervisors: makes or changes a group; its members have its skills at once. */
  saveSkillGroup: SaveSkillGroupPayload;
  /** Supervisors: makes or changes an SLA policy. Running clocks follow it, from their own start; what was met or missed stays. */
  saveSlaPolicy: SaveSlaPolicyPayload;
  /** Supervisors: says for an agent how ready they are; OFFLINE signs them off. */
  setAgentPresence: SetAgentPresencePayload;
  /** The calling agent says how ready they are. */
  setPresence: SetPresencePayload;
  /** The agent concerned, or a supervisor: begins an accepted training. */
  startTraining: TrainingItemPayload;
  /** The agent concerned, or a supervisor: hands a training in for certification. */
  submitTraining: TrainingItemPayload;
  /** Hands a contact in one's hands on; supervisors any contact in hand. COLD: to a queue or a person, at once. WARM and CONSULT: to a second person beside the first one, until it is completed or canceled. */
  transferWork: WorkItemPayload;
};


export type MutationAcceptReservationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAcceptTrainingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAssignWorkArgs = {
  agentId: Scalars['ID']['input'];
  workItemId: Scalars['ID']['input'];
};


export type MutationCancelCallbackArgs = {
  workItemId: Scalars['ID']['input'];
};


export type MutationCancelTrainingArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCancelTransferArgs = {
  workItemId: Scalars['ID']['input'];
};


export type MutationCertifyTrainingArgs = {
  input: CertifyTrainingInput;
};


export type MutationCompleteTransferArgs = {
  workItemId: Scalars['ID']['input'];
};


export type MutationCompleteWorkArgs = {
  workItemId: Scalars['ID']['input'];
};


export type MutationDeclineTrainingArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationMoveWorkArgs = {
  queueId: Scalars['ID']['input'];
  workItemId: Scalars['ID']['input'];
};


export type MutationNoteTrainingArgs = {
  input: NoteTrainingInput;
};


export type MutationProposeTrainingPlanArgs = {
  input: ProposeTrainingPlanInput;
};


export type MutationPullWorkArgs = {
  workItemId: Scalars['ID']['input'];
};


export type MutationRejectReservationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveBusinessCalendarArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveQueueArgs = {
  id: Scalars['ID']['input'];
  moveTo?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationRemoveSkillArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveSkillGroupArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveSlaPolicyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReprioritizeWorkArgs = {
  priority: Scalars['Int']['input'];
  workItemId: Scalars['ID']['input'];
};


export type MutationRequestCallbackArgs = {
  input: RequestCallbackInput;
};


export type MutationRequeueWorkArgs = {
  workItemId: Scalars['ID']['input'];
};


export type MutationReturnTrainingArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationSaveAgentArgs = {
  input: SaveAgentInput;
};


export type MutationSaveBusinessCalendarArgs = {
  input: SaveBusinessCalendarInput;
};


export type MutationSaveQueueArgs = {
  input: SaveQueueInput;
};


export type MutationSaveSkillArgs = {
  input: SaveSkillInput;
};


export type MutationSaveSkillGroupArgs = {
  input: SaveSkillGroupInput;
};


export type MutationSaveSlaPolicyArgs = {
  input: SaveSlaPolicyInput;
};


export type MutationSetAgentPresenceArgs = {
  agentId: Scalars['ID']['input'];
  status: PresenceStatus;
};


export type MutationSetPresenceArgs = {
  status: PresenceStatus;
};


export type MutationStartTrainingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSubmitTrainingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationTransferWorkArgs = {
  input: TransferWorkInput;
};

/** A note on a training. */
export type NoteTrainingInput = {
  /** Where it can be seen: an https address. */
  evidenceUrl?: InputMaybe<Scalars['String']['input']>;
  /** The training's id. */
  id: Scalars['ID']['input'];
  /** What was done or learned, at most 2000 characters. */
  text: Scalars['String']['input'];
};

/** What decided between the agents who could have got a contact. */
export type OfferRule =
  /** They answered without having been offered it. */
  | 'ANSWERED'
  /** A supervisor gave it to them. */
  | 'ASSIGNED'
  /** The agent who has it asked them in. */
  | 'CONSULTED'
  /** It was meant for this person. */
  | 'DIRECT'
  /** Others would no longer be free for a contact that takes all of somebody. */
  | 'KEEPS_ROOM'
  /** They served the customer last. */
  | 'LAST_AGENT'
  /** Others can serve more, and are kept for it. */
  | 'LEAST_FLEXIBLE'
  /** They had less in hand lately. */
  | 'LEAST_OCCUPIED'
  /** Of equals, they wait longest. */
  | 'LONGEST_IDLE'
  /** There was one. */
  | 'ONLY_ELIGIBLE'
  /** They speak the customer's language, or meet more of what was asked for softly. */
  | 'PREFERENCES'
  /** They are better at it. */
  | 'SKILL_FIT'
  /** The agent who had it handed it over to them. */
  | 'TRANSFERRED';

/** Open hours of one day. */
export type OpenHours = {
  __typename?: 'OpenHours';
  /** From this time on, for instance 08:30. */
  from: Scalars['String']['output'];
  /** Until this time; 24:00 is the end of the day. */
  to: Scalars['String']['output'];
};

/** Open hours of one day. */
export type OpenHoursInput = {
  /** From this time on, for instance 08:30. */
  from: Scalars['String']['input'];
  /** Until this time; 24:00 is the end of the day. */
  to: Scalars['String']['input'];
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

/** Trainings that are wanted. */
export type ProposeTrainingPlanInput = {
  /** By when; in 30 days when left out. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How many agents, 1 to 50; as many as the gap misses when left out. */
  places?: InputMaybe<Scalars['Int']['input']>;
  /** The skill. */
  skillId: Scalars['ID']['input'];
  /** The proficiency, 1 to 5; the gap's level when left out. */
  targetLevel?: InputMaybe<Scalars['Int']['input']>;
  /** Over which time demand is counted. */
  window?: InputMaybe<DemandWindow>;
};

export type Query = {
  __typename?: 'Query';
  /** One agent; null when they do not exist. */
  agent?: Maybe<Agent>;
  /** Agents, by name. */
  agents: AgentConnection;
  /** The business calendars, by name. */
  businessCalendars: Array<BusinessCalendar>;
  /** Why a contact went to the agent it went to, and why not to another one: as things stood at that decision of routing or of a person. Null when nobody decided anything yet, or it is too long ago (30 days). */
  explainRouting?: Maybe<RoutingExplanation>;
  /** The calling agent. */
  me?: Maybe<Agent>;
  /** The calling agent's own trainings, the newest first. */
  myTrainings: TrainingItemConnection;
  /** One queue; null when it does not exist. */
  queue?: Maybe<Queue>;
  /** The live board, as a single answer. */
  queueBoard: QueueBoard;
  /** All queues, by name. */
  queues: Array<Queue>;
  /** Supervisors: what came lately and who served it, as far as routing has recorded it: what a simulation starts from. */
  routingBaseline: RoutingBaseline;
  /** Supervisors: where the skills that contacts ask for and the agents who have them are apart, the worst first. */
  skillGaps: SkillGapConnection;
  /** Supervisors: the groups whose members get skills together, by name. */
  skillGroups: Array<SkillGroup>;
  /** Supervisors: who can serve which business domain on which kind of channel. */
  skillMatrix: SkillMatrix;
  /** The skills there are. */
  skills: Array<Skill>;
  /** The SLA policies in force, the most special first. */
  slaPolicies: Array<SlaPolicy>;
  /** The warning and the target of a contact that begins at an instant, as a policy and its calendar say; null when there is no such policy. */
  slaPreview?: Maybe<SlaPreview>;
  /** Supervisors: who would be trained in a skill, the best first, and why. */
  trainingCandidates: Array<TrainingCandidate>;
  /** Supervisors: one training plan; null when it does not exist. */
  trainingPlan?: Maybe<TrainingPlan>;
  /** Supervisors: the training plans, the newest first. */
  trainingPlans: TrainingPlanConnection;
  /** Whom a contact can be handed to: agents who are there, first those with room for it now, then by name; of more than 500, the first 500 by name. Empty when the contact is over, or when the caller neither has it nor is a supervisor. */
  transferTargets: Array<Agent>;
  /** Supervisors: what would come of a change. The routing core itself plays some hours as they were (or as given) and as they would be, over the same contacts. */
  whatIf: WhatIf;
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


export type QueryExplainRoutingArgs = {
  agentId?: InputMaybe<Scalars['ID']['input']>;
  reservationId?: InputMaybe<Scalars['ID']['input']>;
  workItemId: Scalars['ID']['input'];
};


export type QueryMyTrainingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryQueueArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRoutingBaselineArgs = {
  pastHours?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySkillGapsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  window?: InputMaybe<DemandWindow>;
};


export type QuerySlaPreviewArgs = {
  policyId: Scalars['ID']['input'];
  startedAt: Scalars['DateTime']['input'];
};


export type QueryTrainingCandidatesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  skillId: Scalars['ID']['input'];
  targetLevel?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTrainingPlanArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTrainingPlansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  skillId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryTransferTargetsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  workItemId: Scalars['ID']['input'];
};


export type QueryWhatIfArgs = {
  input: WhatIfInput;
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
  /** How long a contact that joins now will wait: those ahead of it and itself, at the pace of the last answers; null when nobody serves it, or nothing was answered for an hour. */
  expectedWait?: Maybe<Scalars['Duration']['output']>;
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

/** Contacts of one kind that come to one queue. */
export type QueueDemand = {
  __typename?: 'QueueDemand';
  /** The rate hour by hour: of a day, or of the window when it is shorter. */
  arrivalsPerHour: Array<Scalars['Float']['output']>;
  /** How many came in the window. */
  contacts: Scalars['Int']['output'];
  /** How long one takes an agent, after-contact work included. */
  handleTime: Scalars['Duration']['output'];
  /** None of them was finished in the window: the handle time is a guess. */
  handleTimeAssumed: Scalars['Boolean']['output'];
  /** The kind of contact. */
  mediaType: MediaType;
  /** How long customers wait before they give up, on average; null when hardly anybody did. */
  patience?: Maybe<Scalars['Duration']['output']>;
  /** The queue. */
  queue: Queue;
};

/** What is expected of one queue. */
export type QueueForecast = {
  __typename?: 'QueueForecast';
  /** By Erlang's formula; null where it does not apply: for several kinds of contact, or people who serve other queues too. */
  erlangC?: Maybe<ErlangCFigures>;
  /** By the simulation. */
  figures: ForecastFigures;
  /** The queue. */
  queue: Queue;
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

/** Other needs and steps for a queue. */
export type QueueStepsInput = {
  /** The queue. */
  queueId: Scalars['ID']['input'];
  /** What it needs at first; without it, what it needs now. */
  requiredSkills?: InputMaybe<Array<SkillRequirementInput>>;
  /** The steps behind, the earliest first; five at most. */
  steps: Array<RoutingStepInput>;
};

/** What came of removing a calendar. */
export type RemoveBusinessCalendarPayload = {
  __typename?: 'RemoveBusinessCalendarPayload';
  /** The id of what is gone. */
  removedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** What came of removing a queue. */
export type RemoveQueuePayload = {
  __typename?: 'RemoveQueuePayload';
  /** The queue, out of use. */
  queue?: Maybe<Queue>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** What came of removing a group. */
export type RemoveSkillGroupPayload = {
  __typename?: 'RemoveSkillGroupPayload';
  /** The id of the group that was removed. */
  removedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** What came of removing a skill. */
export type RemoveSkillPayload = {
  __typename?: 'RemoveSkillPayload';
  /** The id of the skill that was removed. */
  removedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** What came of ending a policy. */
export type RemoveSlaPolicyPayload = {
  __typename?: 'RemoveSlaPolicyPayload';
  /** The policy, no longer in force. */
  slaPolicy?: Maybe<SlaPolicy>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** How a customer wishes to be called back. */
export type RequestCallbackInput = {
  /** Not before, within thirty days; as soon as possible without it. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Another number than the contact's own. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** The agent who has it promises to do it themselves. */
  sameAgent?: InputMaybe<Scalars['Boolean']['input']>;
  /** The work item's id. */
  workItemId: Scalars['ID']['input'];
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
  /** Whether it is the contact itself, or advice beside the agent who keeps it. */
  kind: ReservationKind;
  /** Where it stands. */
  status: ReservationStatus;
  /** What is offered. */
  workItem: WorkItem;
};

/** What is offered. */
export type ReservationKind =
  /** To join the agent who keeps it. */
  | 'CONSULT'
  /** The contact itself. */
  | 'PRIMARY';

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

/** What a simulation starts from. */
export type RoutingBaseline = {
  __typename?: 'RoutingBaseline';
  /** How many agents were on duty in some hour of it. */
  agentsOnDuty: Scalars['Int']['output'];
  /** What came, by queue and kind of contact. */
  demands: Array<QueueDemand>;
  /** The beginning of the window. */
  since: Scalars['DateTime']['output'];
  /** Its end. */
  until: Scalars['DateTime']['output'];
};

/** An agent who could serve a contact, with what they were ranked by. */
export type RoutingCandidate = {
  __typename?: 'RoutingCandidate';
  /** Who. */
  agent: Agent;
  /** Whether they would no longer have been free for a contact that takes all of somebody. */
  breaksWhole: Scalars['Boolean']['output'];
  /** What load, fit, flexibility and room come to; the least goes first. */
  cost: Scalars['Float']['output'];
  /** Mean proficiency in what was needed, 1 to 5. */
  fit: Scalars['Float']['output'];
  /** How many skills they had: who can serve more is kept for it. */
  flexibility: Scalars['Float']['output'];
  /** Since when nothing had been offered to them. */
  idleSince: Scalars['DateTime']['output'];
  /** Whether they served the customer last. */
  lastAgent: Scalars['Boolean']['output'];
  /** Share of their capacity in use at that moment, 0 to 1. */
  occupancy: Scalars['Float']['output'];
  /** What came of it. */
  outcome: CandidateOutcome;
  /** How many soft wishes they met: the customer's language, and each preferred skill. */
  preferences: Scalars['Int']['output'];
  /** Share of their capacity that was in use lately, 0 to 1. */
  recentLoad: Scalars['Float']['output'];
};

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

/** A decision on who gets a contact, with its grounds. */
export type RoutingExplanation = {
  __typename?: 'RoutingExplanation';
  /** They; null when they have no routing profile. */
  actor?: Maybe<Agent>;
  /** Whose decision it was: for ASSIGNED, TRANSFERRED, CONSULTED and ANSWERED, and for DIRECT where somebody transferred it or promised a callback. Null where it was nobody's. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** They; null when they answered without having a routing profile. */
  agent?: Maybe<Agent>;
  /** Who got it. */
  agentId: Scalars['ID']['output'];
  /** When it was decided. */
  at: Scalars['DateTime']['output'];
  /** The best five, and how they were ranked. */
  candidates: Array<RoutingCandidate>;
  /** Which leader decided: grows with each take-over. Null where a person decided. */
  epoch?: Maybe<Scalars['Int']['output']>;
  /** How many others there were, by the first reason that applied. */
  excluded: ExcludedAgents;
  /** The reservation that it made; null for a contact that was answered without an offer. */
  reservationId?: Maybe<Scalars['ID']['output']>;
  /** The step of the queue's routing policy that the contact had reached; 0 is the first. Null where a person decided. */
  ring?: Maybe<Scalars['Int']['output']>;
  /** What decided between those who could have got it. */
  rule: OfferRule;
  /** Why not the agent who was asked for. */
  whyNot?: Maybe<WhyNot>;
};

/** What is expected of some hours. */
export type RoutingForecast = {
  __typename?: 'RoutingForecast';
  /** How many agents there are. */
  agents: Scalars['Int']['output'];
  /** Of all contacts. */
  overall: ForecastFigures;
  /** By queue: those that something comes to, by name. */
  queues: Array<QueueForecast>;
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
  /** How much they can have in hand at once; as it was when left out, and the default for a new agent. */
  capacity?: InputMaybe<CapacityProfileInput>;
  /** The account's id. */
  id: Scalars['ID']['input'];
  /** The name to show. */
  name: Scalars['String']['input'];
  /** What they can serve themselves; groups and basic skills come on top. */
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

/** A business calendar. */
export type SaveBusinessCalendarInput = {
  /** Days with hours of their own. */
  holidays?: InputMaybe<Array<HolidayInput>>;
  /** Stable id. */
  id: Scalars['ID']['input'];
  /** The hours of each week; give a night as two, until 24:00 and from 00:00. */
  intervals: Array<WeeklyHoursInput>;
  /** The name to show. */
  name: Scalars['String']['input'];
  /** IANA name of the time zone, for instance Europe/Berlin. */
  timeZone: Scalars['String']['input'];
};

/** What came of saving a calendar. */
export type SaveBusinessCalendarPayload = {
  __typename?: 'SaveBusinessCalendarPayload';
  /** The calendar. */
  businessCalendar?: Maybe<BusinessCalendar>;
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

/** A group of agents who get skills together. */
export type SaveSkillGroupInput = {
  /** Its members, at most 500. */
  agentIds: Array<Scalars['ID']['input']>;
  /** What its members get. */
  grants: Array<SkillGrantInput>;
  /** Stable id. */
  id: Scalars['ID']['input'];
  /** The name to show. */
  name: Scalars['String']['input'];
};

/** What came of saving a group. */
export type SaveSkillGroupPayload = {
  __typename?: 'SaveSkillGroupPayload';
  /** The group. */
  skillGroup?: Maybe<SkillGroup>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** A skill. */
export type SaveSkillInput = {
  /** At which proficiency, 1 to 5, every agent has it; left out, it is not basic. */
  basicProficiency?: InputMaybe<Scalars['Int']['input']>;
  /** The business domain; needed for a DOMAIN skill, allowed for a CHANNEL skill. */
  domain?: InputMaybe<Scalars['String']['input']>;
  /** Stable id; two letters for a language. */
  id: Scalars['ID']['input'];
  /** What it is about. */
  kind: SkillKind;
  /** The kind of contact; needed for a CHANNEL skill, not allowed for the others. */
  mediaType?: InputMaybe<MediaType>;
  /** The name to show. */
  name: Scalars['String']['input'];
};

/** What came of saving a skill. */
export type SaveSkillPayload = {
  __typename?: 'SaveSkillPayload';
  /** The skill. */
  skill?: Maybe<Skill>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** An SLA policy. */
export type SaveSlaPolicyInput = {
  /** Only the open hours of this calendar count. */
  calendarId?: InputMaybe<Scalars['ID']['input']>;
  /** Only contacts on this channel. */
  channel?: InputMaybe<Scalars['String']['input']>;
  /** Only contacts of customers of this tier. */
  customerTier?: InputMaybe<Scalars['String']['input']>;
  /** Stable id. */
  id: Scalars['ID']['input'];
  /** Only contacts of this kind. */
  mediaType: MediaType;
  /** Which clock it sets. */
  metric: SlaMetric;
  /** Only contacts of at least this priority, 1 to 10. */
  minimumPriority?: InputMaybe<Scalars['Int']['input']>;
  /** The name to show. */
  name: Scalars['String']['input'];
  /** When the clock stands still; for RESOLUTION of everything written. */
  pauseOn?: InputMaybe<Array<SlaPause>>;
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

/** What came of setting somebody's presence. */
export type SetAgentPresencePayload = {
  __typename?: 'SetAgentPresencePayload';
  /** The agent. */
  agent?: Maybe<Agent>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
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
  /** Whether every agent has it. */
  basic: Scalars['Boolean']['output'];
  /** At which proficiency every agent has a basic skill; null for others. */
  basicProficiency?: Maybe<Scalars['Int']['output']>;
  /** The business domain that it serves; null for any. */
  domain?: Maybe<Scalars['String']['output']>;
  /** Stable id, for instance chat, voice, billing, zh. */
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: SkillKind;
  /** The kind of contact that it serves; null for any. */
  mediaType?: Maybe<MediaType>;
  /** The name to show. */
  name: Scalars['String']['output'];
};

/** How many agents have a skill. */
export type SkillCount = {
  __typename?: 'SkillCount';
  /** How many agents, by proficiency: five numbers, for 1 to 5. */
  agentsByProficiency: Array<Scalars['Int']['output']>;
  /** How many of them are available now. */
  available: Scalars['Int']['output'];
  /** The skill. */
  skill: Skill;
};

/** What contacts ask for. */
export type SkillDemand = {
  __typename?: 'SkillDemand';
  /** Contacts that came. */
  arrivals: Scalars['Int']['output'];
  /** Agents at work at once, in the mean over days of each day's busiest hour. */
  busyHourLoad: Scalars['Float']['output'];
  /** Contacts that were not answered in time. */
  slaMissed: Scalars['Int']['output'];
  /** Contacts that wait, when demand was counted last. */
  waiting: Scalars['Int']['output'];
  /** Time that agents worked on such contacts. */
  work: Scalars['Duration']['output'];
};

/** Demand for a skill beside its supply. */
export type SkillGap = {
  __typename?: 'SkillGap';
  /** What contacts ask for. */
  demand: SkillDemand;
  /** The proficiency at which it is worst: demand asks for at least this, and supply has at least this. */
  level: Scalars['Int']['output'];
  /** Agents missing now: those required, less the supply; at least 0. */
  missingAgents: Scalars['Float']['output'];
  /** Agents missing in 30 days, when nothing is certified again. */
  missingIn30Days: Scalars['Float']['output'];
  /** Trainings under way that would close it. */
  openTrainings: Scalars['Int']['output'];
  /** Agents that the demand needs at once in its busiest hours. */
  requiredAgents: Scalars['Int']['output'];
  /** How bad it is. */
  severity: GapSeverity;
  /** The skill. */
  skill: Skill;
  /** Who has it. */
  supply: SkillSupply;
};

/** A page of gaps. */
export type SkillGapConnection = {
  __typename?: 'SkillGapConnection';
  /** When demand was counted last; null before the first time. */
  countedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The gaps with their cursors. */
  edges: Array<SkillGapEdge>;
  /** The gaps. */
  nodes: Array<SkillGap>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** A gap in a page. */
export type SkillGapEdge = {
  __typename?: 'SkillGapEdge';
  /** Continue after this. */
  cursor: Scalars['String']['output'];
  /** The gap. */
  node: SkillGap;
};

/** A skill that a group gives. */
export type SkillGrant = {
  __typename?: 'SkillGrant';
  /** From 1 to 5. */
  proficiency: Scalars['Int']['output'];
  /** The skill. */
  skill: Skill;
};

/** A skill that a group gives. */
export type SkillGrantInput = {
  /** From 1 to 5. */
  proficiency: Scalars['Int']['input'];
  /** The skill's id. */
  skillId: Scalars['ID']['input'];
};

/** Agents who get skills together, for instance a desk for important customers. */
export type SkillGroup = {
  __typename?: 'SkillGroup';
  /** What its members get. */
  grants: Array<SkillGrant>;
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Its members. */
  members: Array<Agent>;
  /** The name to show. */
  name: Scalars['String']['output'];
};

/** What a skill is about. */
export type SkillKind =
  /** A kind of contact, in one business domain or in any. */
  | 'CHANNEL'
  /** A business domain, on any channel. */
  | 'DOMAIN'
  /** A language; its id is the language's two letters. */
  | 'LANGUAGE'
  /** Something else, for instance a desk for important customers. */
  | 'SPECIAL';

/** Who can serve which business domain on which kind of channel. */
export type SkillMatrix = {
  __typename?: 'SkillMatrix';
  /** Agents who can serve a cell, by name; without arguments all. */
  agents: AgentConnection;
  /** When it was counted. */
  at: Scalars['DateTime']['output'];
  /** The other skills, languages for instance, by name. */
  others: Array<SkillCount>;
  /** The business domains by name; those who serve a channel whatever the domain stand in the row without one, which comes first. */
  rows: Array<SkillMatrixRow>;
};


/** Who can serve which business domain on which kind of channel. */
export type SkillMatrixAgentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  domain?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mediaType?: InputMaybe<MediaType>;
  minimumProficiency?: InputMaybe<Scalars['Int']['input']>;
};

/** One business domain on one kind of channel. */
export type SkillMatrixCell = {
  __typename?: 'SkillMatrixCell';
  /** How many agents, by the proficiency that they have in it: five numbers, for 1 to 5. Who has domain and channel as two skills counts with the lesser. */
  agentsByProficiency: Array<Scalars['Int']['output']>;
  /** How many of them are available now. */
  available: Scalars['Int']['output'];
  /** The kind of contact. */
  mediaType: MediaType;
};

/** One business domain of the matrix. */
export type SkillMatrixRow = {
  __typename?: 'SkillMatrixRow';
  /** One for each kind of contact. */
  cells: Array<SkillMatrixCell>;
  /** The domain; null for serving a channel whatever the domain. */
  domain?: Maybe<Scalars['String']['output']>;
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

/** Where an agent has a skill from. */
export type SkillSource =
  /** Every agent has it. */
  | 'BASIC'
  /** A group that they are in has it. */
  | 'GROUP'
  /** It was given to them, or certified. */
  | 'OWN';

/** Who has a skill. */
export type SkillSupply = {
  __typename?: 'SkillSupply';
  /** Which part of the holders was on duty while such contacts came, from 0 to 1. */
  availability: Scalars['Float']['output'];
  /** Holders times availability. */
  effectiveAgents: Scalars['Float']['output'];
  /** Agents whose skill expires within 30 days. */
  expiringSoon: Scalars['Int']['output'];
  /** Agents who have it now, well enough. */
  holders: Scalars['Int']['output'];
  /** Agents who will still have it in 30 days. */
  holdersIn30Days: Scalars['Int']['output'];
  /** Those of them who are signed on and not away, when counted last. */
  onDuty: Scalars['Int']['output'];
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
  /** When routing noticed, by its store's clock: how late it was. */
  noticedAt: Scalars['DateTime']['output'];
  /** When it happened, exactly: the instant of the warning or of the target itself, or what met it. */
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
  /** Until an agent's first message; for everything written. */
  | 'FIRST_RESPONSE'
  /** From a customer's message behind an answer until the agent's next one; for everything written. */
  | 'NEXT_RESPONSE'
  /** Until the contact ends. */
  | 'RESOLUTION'
  /** Until the call is answered; for calls. */
  | 'SPEED_OF_ANSWER';

/** When a clock stands still. */
export type SlaPause =
  /** While it is the customer's turn to write: an agent wrote last. */
  | 'CUSTOMER_TURN';

/**
 * A target for some contacts. Of several that apply, the most special sets the clock: one for the customer's tier goes before
 * one without; of those alike in that, one for the queue; then one for the higher priority; then one for the channel.
 */
export type SlaPolicy = {
  __typename?: 'SlaPolicy';
  /** Only the open hours of this calendar count; null counts all time. */
  calendar?: Maybe<BusinessCalendar>;
  /** Only contacts on this channel; null for all. */
  channel?: Maybe<Scalars['String']['output']>;
  /** Only contacts of customers of this tier; null for all. */
  customerTier?: Maybe<Scalars['String']['output']>;
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Only contacts of this kind. */
  mediaType: MediaType;
  /** Which clock it sets. */
  metric: SlaMetric;
  /** Only contacts of at least this priority; null for all. */
  minimumPriority?: Maybe<Scalars['Int']['output']>;
  /** The name to show. */
  name: Scalars['String']['output'];
  /** When the clock stands still. */
  pauseOn: Array<SlaPause>;
  /** Only contacts of this queue; null for all. */
  queueId?: Maybe<Scalars['ID']['output']>;
  /** Since when it is no longer in force; null while it is. */
  removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The time allowed. */
  target: Scalars['Duration']['output'];
  /** How long before the target the warning comes. */
  warnBefore: Scalars['Duration']['output'];
};

/** The instants that a policy sets. */
export type SlaPreview = {
  __typename?: 'SlaPreview';
  /** When the target passes. */
  dueAt: Scalars['DateTime']['output'];
  /** When the contact begins. */
  startedAt: Scalars['DateTime']['output'];
  /** When the warning comes. */
  warnAt: Scalars['DateTime']['output'];
};

/** Where a clock stands. */
export type SlaStatus =
  /** On time. */
  | 'ACTIVE'
  /** The contact was over first, or no policy asks for it any more. */
  | 'CANCELED'
  /** Kept. */
  | 'MET'
  /** Passed. */
  | 'MISSED'
  /** At risk. */
  | 'WARNED';

/** People who are alike. */
export type StaffInput = {
  /** How many. */
  count: Scalars['Int']['input'];
  /** What each of them can serve. */
  skills: Array<AgentSkillInput>;
};

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

/** Somebody who could be trained, and why. */
export type TrainingCandidate = {
  __typename?: 'TrainingCandidate';
  /** How near what they can is to the skill, 0 to 1. */
  adjacency: Scalars['Float']['output'];
  /** The agent. */
  agent: Agent;
  /** What they have of the skill now; null for nothing that counts. */
  currentLevel?: Maybe<Scalars['Int']['output']>;
  /** Whether they have it at the level that is wanted, but not for long. */
  expiresSoon: Scalars['Boolean']['output'];
  /** How few trainings they had in half a year, 0 to 1. */
  fairness: Scalars['Float']['output'];
  /** How good they are at what is near, 0 to 1. */
  proficiency: Scalars['Float']['output'];
  /** From 0 to 1: the sum of the parts below, each with its weight. */
  score: Scalars['Float']['output'];
  /** How much of their capacity is free, 0 to 1. */
  spareCapacity: Scalars['Float']['output'];
};

/** One agent's way to a skill. */
export type TrainingItem = {
  __typename?: 'TrainingItem';
  /** Who is trained. */
  agent: Agent;
  /** What was certified; null before. */
  certification?: Maybe<Certification>;
  /** By when it should be done. */
  dueAt: Scalars['DateTime']['output'];
  /** What they had when it was proposed; null for nothing that counted. */
  fromLevel?: Maybe<Scalars['Int']['output']>;
  /** Who did what, oldest first, the newest hundred. */
  history: Array<TrainingStep>;
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** What was done and learned, oldest first, the newest hundred. */
  notes: Array<TrainingNote>;
  /** Whether it is open and past its due instant. */
  overdue: Scalars['Boolean']['output'];
  /** The plan. */
  plan: TrainingPlan;
  /** Why this agent: the score when it was proposed, 0 to 1. */
  score: Scalars['Float']['output'];
  /** In what. */
  skill: Skill;
  /** Where it stands. */
  state: TrainingState;
  /** What they should reach. */
  targetLevel: Scalars['Int']['output'];
};

/** A page of trainings. */
export type TrainingItemConnection = {
  __typename?: 'TrainingItemConnection';
  /** The trainings with their cursors. */
  edges: Array<TrainingItemEdge>;
  /** The trainings. */
  nodes: Array<TrainingItem>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** A training in a page. */
export type TrainingItemEdge = {
  __typename?: 'TrainingItemEdge';
  /** Continue after this. */
  cursor: Scalars['String']['output'];
  /** The training. */
  node: TrainingItem;
};

/** What came of a step of a training. */
export type TrainingItemPayload = {
  __typename?: 'TrainingItemPayload';
  /** The training. */
  trainingItem?: Maybe<TrainingItem>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** What was done or learned in a training. */
export type TrainingNote = {
  __typename?: 'TrainingNote';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who wrote it. */
  by: Scalars['String']['output'];
  /** Where it can be seen, for instance a test's result; null without. */
  evidenceUrl?: Maybe<Scalars['String']['output']>;
  /** The words. */
  text: Scalars['String']['output'];
};

/** Trainings that are to close a gap. */
export type TrainingPlan = {
  __typename?: 'TrainingPlan';
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** By when the trainings should be done. */
  dueAt: Scalars['DateTime']['output'];
  /** The gap when it was proposed; null for a plan of certifications that expire. */
  gap?: Maybe<TrainingPlanGap>;
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** Its trainings, the best candidate first. */
  items: Array<TrainingItem>;
  /** Who proposed it; null for routing itself. */
  proposedBy?: Maybe<Scalars['String']['output']>;
  /** Against a gap, or because certifications expire. */
  reason: TrainingReason;
  /** The skill. */
  skill: Skill;
  /** The proficiency that is wanted. */
  targetLevel: Scalars['Int']['output'];
};

/** A page of training plans. */
export type TrainingPlanConnection = {
  __typename?: 'TrainingPlanConnection';
  /** The plans with their cursors. */
  edges: Array<TrainingPlanEdge>;
  /** The plans. */
  nodes: Array<TrainingPlan>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** A training plan in a page. */
export type TrainingPlanEdge = {
  __typename?: 'TrainingPlanEdge';
  /** Continue after this. */
  cursor: Scalars['String']['output'];
  /** The plan. */
  node: TrainingPlan;
};

/** The gap that a plan was made against. */
export type TrainingPlanGap = {
  __typename?: 'TrainingPlanGap';
  /** Contacts that came. */
  arrivals: Scalars['Int']['output'];
  /** Agents missing. */
  missingAgents: Scalars['Float']['output'];
  /** Agents that the demand needed. */
  requiredAgents: Scalars['Int']['output'];
  /** How bad it was. */
  severity: GapSeverity;
  /** Contacts that were not answered in time. */
  slaMissed: Scalars['Int']['output'];
  /** Over which time demand was counted. */
  window: DemandWindow;
};

/** What came of proposing a plan. */
export type TrainingPlanPayload = {
  __typename?: 'TrainingPlanPayload';
  /** The plan. */
  trainingPlan?: Maybe<TrainingPlan>;
  /** Why it was refused. */
  userErrors: Array<UserError>;
};

/** Why a training was proposed. */
export type TrainingReason =
  /** Demand is more than supply. */
  | 'GAP'
  /** A certification expires. */
  | 'RECERTIFICATION';

/** Where a training stands. */
export type TrainingState =
  /** A supervisor wants it; it has not begun. */
  | 'ACCEPTED'
  /** It was called off. */
  | 'CANCELED'
  /** The agent has the skill. */
  | 'CERTIFIED'
  /** It was turned down before it began. */
  | 'DECLINED'
  /** Its due instant passed before it began. */
  | 'EXPIRED'
  /** The agent learns. */
  | 'IN_PROGRESS'
  /** It is a proposal. */
  | 'PROPOSED'
  /** It is handed in; somebody has to look whether it suffices. */
  | 'READY_FOR_CERTIFICATION';

/** A step of a training. */
export type TrainingStep = {
  __typename?: 'TrainingStep';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who; null for routing itself. */
  by?: Maybe<Scalars['String']['output']>;
  /** Why, where somebody said so. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The state that it went to. */
  state: TrainingState;
};

/** How a contact is handed on. */
export type TransferKind =
  /** It leaves at once. */
  | 'COLD'
  /** The next person is asked for advice; they may take it. */
  | 'CONSULT'
  /** The next person is told first, and then takes it. */
  | 'WARM';

/** What goes whereto. */
export type TransferWorkInput = {
  /** To this person. */
  agentId?: InputMaybe<Scalars['ID']['input']>;
  /** How. */
  kind: TransferKind;
  /** What the next one should know; a thousand characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** To this queue; COLD alone. */
  queueId?: InputMaybe<Scalars['ID']['input']>;
  /** The work item's id. */
  workItemId: Scalars['ID']['input'];
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

/** More or fewer contacts of a queue, of a kind, of both, or of all. */
export type VolumeInput = {
  /** 2 is twice as many; 0 to 10. */
  factor: Scalars['Float']['input'];
  /** Only of this kind. */
  mediaType?: InputMaybe<MediaType>;
  /** Only of this queue. */
  queueId?: InputMaybe<Scalars['ID']['input']>;
};

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** Open hours that come each week. */
export type WeeklyHours = {
  __typename?: 'WeeklyHours';
  /** From this time on, for instance 08:30. */
  from: Scalars['String']['output'];
  /** Until this time; 24:00 is the end of the day. */
  to: Scalars['String']['output'];
  /** The day. */
  weekday: Weekday;
};

/** Open hours that come each week. */
export type WeeklyHoursInput = {
  /** From this time on, for instance 08:30. */
  from: Scalars['String']['input'];
  /** Until this time; 24:00 is the end of the day. */
  to: Scalars['String']['input'];
  /** The day. */
  weekday: Weekday;
};

/** What would come of a change. */
export type WhatIf = {
  __typename?: 'WhatIf';
  /** As it would be. */
  after: RoutingForecast;
  /** As it is. */
  before: RoutingForecast;
  /** What the change makes, over all contacts. */
  change: ForecastChange;
  /** How often it was played, each time with other chance. */
  replications: Scalars['Int']['output'];
  /** The seed: the same question with it has the same answer. */
  seed: Scalars['Int']['output'];
  /** How long one play lasts in simulated time. */
  span: Scalars['Duration']['output'];
};

/** A question of what would be. */
export type WhatIfInput = {
  /** More people, on duty all the time. */
  addAgents?: InputMaybe<Array<StaffInput>>;
  /** Figures instead of what came. */
  demands?: InputMaybe<Array<DemandInput>>;
  /** How much of the recorded past it starts from: 1 to 24 hours, or whole days of 24 up to 336. */
  pastHours?: InputMaybe<Scalars['Int']['input']>;
  /** Other needs and steps for queues. */
  queueSteps?: InputMaybe<Array<QueueStepsInput>>;
  /** Fewer people: so many of those who have all these skills, at least as well. */
  removeAgents?: InputMaybe<Array<StaffInput>>;
  /** How often it is played, 2 to 30; more are surer and take longer. */
  replications?: InputMaybe<Scalars['Int']['input']>;
  /** Decides chance: the same question with it has the same answer. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** People instead of those who were on duty; on duty all the time. */
  staff?: InputMaybe<Array<StaffInput>>;
  /** More or fewer contacts. */
  volumes?: InputMaybe<Array<VolumeInput>>;
};

/** Why one agent did not get a contact, as things stood then. */
export type WhyNot = {
  __typename?: 'WhyNot';
  /** The agent; null when there is none of this id. */
  agent?: Maybe<Agent>;
  /** How they were ranked, where they were among the best five. */
  candidate?: Maybe<RoutingCandidate>;
  /** What was left of their capacity. */
  freeRoom?: Maybe<Scalars['Int']['output']>;
  /** For HELD: the contact that they were kept for, where they got it next. */
  heldForWorkItemId?: Maybe<Scalars['ID']['output']>;
  /** For LACKS_SKILL: what they lacked of the needs that they came nearest to. */
  missingSkills: Array<MissingSkill>;
  /** What the contact takes of their capacity. */
  neededRoom?: Maybe<Scalars['Int']['output']>;
  /** For PASSED_OVER: when they did not take it. */
  passedOverAt?: Maybe<Scalars['DateTime']['output']>;
  /** How ready they were. */
  presence?: Maybe<PresenceStatus>;
  /** Since when. */
  presenceSince?: Maybe<Scalars['DateTime']['output']>;
  /** The first reason that applied. */
  reason: WhyNotReason;
};

/** Why an agent did not get a contact. */
export type WhyNotReason =
  /** They got it. */
  | 'CHOSEN'
  /** They were kept for a contact that is due earlier. */
  | 'HELD'
  /** They lacked a skill. */
  | 'LACKS_SKILL'
  /** It was meant for somebody in person, or somebody took it themselves. */
  | 'NOT_MEANT'
  /** They had no routing profile. */
  | 'NO_PROFILE'
  /** They had no room for it. */
  | 'NO_ROOM'
  /** They had not taken it shortly before. */
  | 'PASSED_OVER'
  /** Somebody else ranked higher. */
  | 'RANKED_LOWER'
  /** They were not available. */
  | 'UNAVAILABLE';

/** A contact on its way through routing: one for each session. */
export type WorkItem = {
  __typename?: 'WorkItem';
  /** How the customer is to be called back, or was. */
  callback?: Maybe<Callback>;
  /** The channel's name. */
  channel: Scalars['String']['output'];
  /** The second agent's reservation, while the first one keeps the contact. */
  consult?: Maybe<Reservation>;
  /** The conversation it belongs to; null while its subgraph cannot be reached. */
  conversation?: Maybe<Conversation>;
  /** The conversation's id, which is known whatever else is not. */
  conversationId: Scalars['ID']['output'];
  /** The customer's service tier, once it is known who they are. */
  customerTier?: Maybe<Scalars['String']['output']>;
  /** Why it went where it went, newest last. */
  decisions: Array<RoutingDecision>;
  /** By when it should be answered. */
  dueAt: Scalars['DateTime']['output'];
  /** UUIDv7. */
  id: Scalars['ID']['output'];
  /** Who served this customer last: goes first when they are free. */
  lastAgent?: Maybe<Agent>;
  /** The kind of contact. */
  mediaType: MediaType;
  /** Nobody is offered it earlier. */
  notBefore?: Maybe<Scalars['DateTime']['output']>;
  /** The person for whom alone it waits, for a while. */
  onlyFor?: Maybe<Agent>;
  /** Since when it is in nobody's hands because the customer is silent. */
  parkedAt?: Maybe<Scalars['DateTime']['output']>;
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
  /** How it was handed on last, or is about to be. */
  transfer?: Maybe<WorkTransfer>;
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

/** What came of a command about a contact. */
export type WorkItemPayload = {
  __typename?: 'WorkItemPayload';
  /** Why it was refused. */
  userErrors: Array<UserError>;
  /** The contact, as it stands now. */
  workItem?: Maybe<WorkItem>;
};

/** Where a work item stands. */
export type WorkItemStatus =
  /** An agent has it. */
  | 'ASSIGNED'
  /** The customer left before anybody took it. */
  | 'CANCELED'
  /** Done. */
  | 'COMPLETED'
  /** The customer is silent; it is in nobody's hands until they write again. */
  | 'PARKED'
  /** It waits. */
  | 'QUEUED'
  /** It is offered to an agent. */
  | 'RESERVED'
  /** The contact is over; its agent writes it up. */
  | 'WRAPPING';

/** How a contact was handed on. */
export type WorkTransfer = {
  __typename?: 'WorkTransfer';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who handed it on. */
  from: Agent;
  /** How. */
  kind: TransferKind;
  /** What the next one should know. */
  note?: Maybe<Scalars['String']['output']>;
  /** The queue in which it waits or waited. */
  queue: Queue;
  /** The person it was meant for; null for a queue's. */
  to?: Maybe<Agent>;
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
  Agent: Agent;
  BusinessCalendar: BusinessCalendar;
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
  BusinessCalendar:
    ( { __typename: 'BusinessCalendar' }
    & GraphQLRecursivePick<FederationTypes['BusinessCalendar'], {"id":true}> );
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
  AgentSkill: ResolverTypeWrapper<EffectiveSkillRecord>;
  AgentSkillInput: AgentSkillInput;
  AppliedSla: ResolverTypeWrapper<AppliedSlaRecord>;
  BusinessCalendar: ResolverTypeWrapper<BusinessCalendarRecord>;
  Callback: ResolverTypeWrapper<CallbackRecord>;
  CandidateOutcome: CandidateOutcome;
  CapacityProfile: ResolverTypeWrapper<CapacityProfile>;
  CapacityProfileInput: CapacityProfileInput;
  Certification: ResolverTypeWrapper<Certification>;
  CertifyTrainingInput: CertifyTrainingInput;
  Conversation: ResolverTypeWrapper<ConversationReference>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DemandInput: DemandInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DemandWindow: DemandWindow;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  DurationEstimate: ResolverTypeWrapper<DurationEstimate>;
  ErlangCFigures: ResolverTypeWrapper<ErlangBeside>;
  ExcludedAgents: ResolverTypeWrapper<ExcludedAgents>;
  FieldSet: ResolverTypeWrapper<Scalars['FieldSet']['output']>;
  ForecastChange: ResolverTypeWrapper<Omit<ForecastChange, 'abandonRate' | 'occupancy' | 'serviceLevel'> & { abandonRate?: Maybe<ResolversTypes['ForecastEstimate']>, occupancy?: Maybe<ResolversTypes['ForecastEstimate']>, serviceLevel?: Maybe<ResolversTypes['ForecastEstimate']> }>;
  ForecastEstimate: ResolverTypeWrapper<Estimate>;
  ForecastFigures: ResolverTypeWrapper<ExpectedFigures>;
  GapSeverity: GapSeverity;
  Holiday: ResolverTypeWrapper<Omit<Holiday, 'hours'> & { hours: Array<ResolversTypes['OpenHours']> }>;
  HolidayInput: HolidayInput;
  LiveKind: LiveKind;
  MediaType: MediaType;
  MissedOffer: MissedOffer;
  MissingSkill: ResolverTypeWrapper<MissingSkill>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoteTrainingInput: NoteTrainingInput;
  OfferRule: OfferRule;
  OpenHours: ResolverTypeWrapper<OpenHoursRecord>;
  OpenHoursInput: OpenHoursInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  PresenceStatus: PresenceStatus;
  ProposeTrainingPlanInput: ProposeTrainingPlanInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Queue: ResolverTypeWrapper<QueueRecord>;
  QueueBoard: ResolverTypeWrapper<Board>;
  QueueDemand: ResolverTypeWrapper<BaselineDemand>;
  QueueForecast: ResolverTypeWrapper<QueueOutlook>;
  QueueStaffing: ResolverTypeWrapper<QueueStaffing>;
  QueueStepsInput: QueueStepsInput;
  RemoveBusinessCalendarPayload: ResolverTypeWrapper<RemoveBusinessCalendarPayload>;
  RemoveQueuePayload: ResolverTypeWrapper<Omit<RemoveQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  RemoveSkillGroupPayload: ResolverTypeWrapper<RemoveSkillGroupPayload>;
  RemoveSkillPayload: ResolverTypeWrapper<RemoveSkillPayload>;
  RemoveSlaPolicyPayload: ResolverTypeWrapper<Omit<RemoveSlaPolicyPayload, 'slaPolicy'> & { slaPolicy?: Maybe<ResolversTypes['SlaPolicy']> }>;
  RequestCallbackInput: RequestCallbackInput;
  Reservation: ResolverTypeWrapper<ReservationRecord>;
  ReservationKind: ReservationKind;
  ReservationPayload: ResolverTypeWrapper<Omit<ReservationPayload, 'reservation'> & { reservation: ResolversTypes['Reservation'] }>;
  ReservationStatus: ReservationStatus;
  RoutingBaseline: ResolverTypeWrapper<Baseline>;
  RoutingCandidate: ResolverTypeWrapper<RankedCandidate>;
  RoutingDecision: ResolverTypeWrapper<RoutingLogRecord>;
  RoutingExplanation: ResolverTypeWrapper<Explanation>;
  RoutingForecast: ResolverTypeWrapper<Outlook>;
  RoutingPolicy: ResolverTypeWrapper<Omit<RoutingPolicy, 'steps'> & { steps: Array<ResolversTypes['RoutingStep']> }>;
  RoutingStep: ResolverTypeWrapper<RoutingStepRecord>;
  RoutingStepInput: RoutingStepInput;
  SaveAgentInput: SaveAgentInput;
  SaveAgentPayload: ResolverTypeWrapper<Omit<SaveAgentPayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  SaveBusinessCalendarInput: SaveBusinessCalendarInput;
  SaveBusinessCalendarPayload: ResolverTypeWrapper<Omit<SaveBusinessCalendarPayload, 'businessCalendar'> & { businessCalendar?: Maybe<ResolversTypes['BusinessCalendar']> }>;
  SaveQueueInput: SaveQueueInput;
  SaveQueuePayload: ResolverTypeWrapper<Omit<SaveQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  SaveSkillGroupInput: SaveSkillGroupInput;
  SaveSkillGroupPayload: ResolverTypeWrapper<Omit<SaveSkillGroupPayload, 'skillGroup'> & { skillGroup?: Maybe<ResolversTypes['SkillGroup']> }>;
  SaveSkillInput: SaveSkillInput;
  SaveSkillPayload: ResolverTypeWrapper<Omit<SaveSkillPayload, 'skill'> & { skill?: Maybe<ResolversTypes['Skill']> }>;
  SaveSlaPolicyInput: SaveSlaPolicyInput;
  SaveSlaPolicyPayload: ResolverTypeWrapper<Omit<SaveSlaPolicyPayload, 'slaPolicy'> & { slaPolicy?: Maybe<ResolversTypes['SlaPolicy']> }>;
  Session: ResolverTypeWrapper<SessionReference>;
  SetAgentPresencePayload: ResolverTypeWrapper<Omit<SetAgentPresencePayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  SetPresencePayload: ResolverTypeWrapper<Omit<SetPresencePayload, 'agent'> & { agent: ResolversTypes['Agent'] }>;
  Skill: ResolverTypeWrapper<SkillRecord>;
  SkillCount: ResolverTypeWrapper<CountedSkill>;
  SkillDemand: ResolverTypeWrapper<Demand>;
  SkillGap: ResolverTypeWrapper<MeasuredGap>;
  SkillGapConnection: ResolverTypeWrapper<Omit<SkillGapConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SkillGapEdge']>, nodes: Array<ResolversTypes['SkillGap']> }>;
  SkillGapEdge: ResolverTypeWrapper<Omit<SkillGapEdge, 'node'> & { node: ResolversTypes['SkillGap'] }>;
  SkillGrant: ResolverTypeWrapper<SkillGrantRecord>;
  SkillGrantInput: SkillGrantInput;
  SkillGroup: ResolverTypeWrapper<SkillGroupRecord>;
  SkillKind: SkillKind;
  SkillMatrix: ResolverTypeWrapper<Matrix>;
  SkillMatrixCell: ResolverTypeWrapper<MatrixCell>;
  SkillMatrixRow: ResolverTypeWrapper<MatrixRow>;
  SkillRequirement: ResolverTypeWrapper<SkillRequirementRecord>;
  SkillRequirementInput: SkillRequirementInput;
  SkillSource: SkillSource;
  SkillSupply: ResolverTypeWrapper<Supply>;
  SlaEvent: ResolverTypeWrapper<FollowedSlaEvent>;
  SlaMetric: SlaMetric;
  SlaPause: SlaPause;
  SlaPolicy: ResolverTypeWrapper<SlaPolicyRecord>;
  SlaPreview: ResolverTypeWrapper<SlaPreview>;
  SlaStatus: SlaStatus;
  StaffInput: StaffInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TrainingCandidate: ResolverTypeWrapper<Candidate>;
  TrainingItem: ResolverTypeWrapper<TrainingItemRecord>;
  TrainingItemConnection: ResolverTypeWrapper<Omit<TrainingItemConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TrainingItemEdge']>, nodes: Array<ResolversTypes['TrainingItem']> }>;
  TrainingItemEdge: ResolverTypeWrapper<Omit<TrainingItemEdge, 'node'> & { node: ResolversTypes['TrainingItem'] }>;
  TrainingItemPayload: ResolverTypeWrapper<Omit<TrainingItemPayload, 'trainingItem'> & { trainingItem?: Maybe<ResolversTypes['TrainingItem']> }>;
  TrainingNote: ResolverTypeWrapper<TrainingNote>;
  TrainingPlan: ResolverTypeWrapper<TrainingPlanRecord>;
  TrainingPlanConnection: ResolverTypeWrapper<Omit<TrainingPlanConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TrainingPlanEdge']>, nodes: Array<ResolversTypes['TrainingPlan']> }>;
  TrainingPlanEdge: ResolverTypeWrapper<Omit<TrainingPlanEdge, 'node'> & { node: ResolversTypes['TrainingPlan'] }>;
  TrainingPlanGap: ResolverTypeWrapper<TrainingPlanGap>;
  TrainingPlanPayload: ResolverTypeWrapper<Omit<TrainingPlanPayload, 'trainingPlan'> & { trainingPlan?: Maybe<ResolversTypes['TrainingPlan']> }>;
  TrainingReason: TrainingReason;
  TrainingState: TrainingState;
  TrainingStep: ResolverTypeWrapper<TrainingStep>;
  TransferKind: TransferKind;
  TransferWorkInput: TransferWorkInput;
  UserError: ResolverTypeWrapper<UserError>;
  VolumeInput: VolumeInput;
  Weekday: Weekday;
  WeeklyHours: ResolverTypeWrapper<WeeklyHoursRecord>;
  WeeklyHoursInput: WeeklyHoursInput;
  WhatIf: ResolverTypeWrapper<WhatIfAnswer>;
  WhatIfInput: WhatIfInput;
  WhyNot: ResolverTypeWrapper<NotChosen>;
  WhyNotReason: WhyNotReason;
  WorkItem: ResolverTypeWrapper<WorkItemRecord>;
  WorkItemConnection: ResolverTypeWrapper<Omit<WorkItemConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WorkItemEdge']>, nodes: Array<ResolversTypes['WorkItem']> }>;
  WorkItemEdge: ResolverTypeWrapper<Omit<WorkItemEdge, 'node'> & { node: ResolversTypes['WorkItem'] }>;
  WorkItemPayload: ResolverTypeWrapper<Omit<WorkItemPayload, 'workItem'> & { workItem?: Maybe<ResolversTypes['WorkItem']> }>;
  WorkItemStatus: WorkItemStatus;
  WorkTransfer: ResolverTypeWrapper<TransferRecord>;
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
  AgentSkill: EffectiveSkillRecord;
  AgentSkillInput: AgentSkillInput;
  AppliedSla: AppliedSlaRecord;
  BusinessCalendar: BusinessCalendarRecord;
  Callback: CallbackRecord;
  CapacityProfile: CapacityProfile;
  CapacityProfileInput: CapacityProfileInput;
  Certification: Certification;
  CertifyTrainingInput: CertifyTrainingInput;
  Conversation: ConversationReference;
  DateTime: Scalars['DateTime']['output'];
  DemandInput: DemandInput;
  Float: Scalars['Float']['output'];
  Duration: Scalars['Duration']['output'];
  DurationEstimate: DurationEstimate;
  ErlangCFigures: ErlangBeside;
  ExcludedAgents: ExcludedAgents;
  FieldSet: Scalars['FieldSet']['output'];
  ForecastChange: Omit<ForecastChange, 'abandonRate' | 'occupancy' | 'serviceLevel'> & { abandonRate?: Maybe<ResolversParentTypes['ForecastEstimate']>, occupancy?: Maybe<ResolversParentTypes['ForecastEstimate']>, serviceLevel?: Maybe<ResolversParentTypes['ForecastEstimate']> };
  ForecastEstimate: Estimate;
  ForecastFigures: ExpectedFigures;
  Holiday: Omit<Holiday, 'hours'> & { hours: Array<ResolversParentTypes['OpenHours']> };
  HolidayInput: HolidayInput;
  MissingSkill: MissingSkill;
  Mutation: Record<PropertyKey, never>;
  NoteTrainingInput: NoteTrainingInput;
  OpenHours: OpenHoursRecord;
  OpenHoursInput: OpenHoursInput;
  PageInfo: PageInfo;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  ProposeTrainingPlanInput: ProposeTrainingPlanInput;
  Query: Record<PropertyKey, never>;
  Queue: QueueRecord;
  QueueBoard: Board;
  QueueDemand: BaselineDemand;
  QueueForecast: QueueOutlook;
  QueueStaffing: QueueStaffing;
  QueueStepsInput: QueueStepsInput;
  RemoveBusinessCalendarPayload: RemoveBusinessCalendarPayload;
  RemoveQueuePayload: Omit<RemoveQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  RemoveSkillGroupPayload: RemoveSkillGroupPayload;
  RemoveSkillPayload: RemoveSkillPayload;
  RemoveSlaPolicyPayload: Omit<RemoveSlaPolicyPayload, 'slaPolicy'> & { slaPolicy?: Maybe<ResolversParentTypes['SlaPolicy']> };
  RequestCallbackInput: RequestCallbackInput;
  Reservation: ReservationRecord;
  ReservationPayload: Omit<ReservationPayload, 'reservation'> & { reservation: ResolversParentTypes['Reservation'] };
  RoutingBaseline: Baseline;
  RoutingCandidate: RankedCandidate;
  RoutingDecision: RoutingLogRecord;
  RoutingExplanation: Explanation;
  RoutingForecast: Outlook;
  RoutingPolicy: Omit<RoutingPolicy, 'steps'> & { steps: Array<ResolversParentTypes['RoutingStep']> };
  RoutingStep: RoutingStepRecord;
  RoutingStepInput: RoutingStepInput;
  SaveAgentInput: SaveAgentInput;
  SaveAgentPayload: Omit<SaveAgentPayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  SaveBusinessCalendarInput: SaveBusinessCalendarInput;
  SaveBusinessCalendarPayload: Omit<SaveBusinessCalendarPayload, 'businessCalendar'> & { businessCalendar?: Maybe<ResolversParentTypes['BusinessCalendar']> };
  SaveQueueInput: SaveQueueInput;
  SaveQueuePayload: Omit<SaveQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  SaveSkillGroupInput: SaveSkillGroupInput;
  SaveSkillGroupPayload: Omit<SaveSkillGroupPayload, 'skillGroup'> & { skillGroup?: Maybe<ResolversParentTypes['SkillGroup']> };
  SaveSkillInput: SaveSkillInput;
  SaveSkillPayload: Omit<SaveSkillPayload, 'skill'> & { skill?: Maybe<ResolversParentTypes['Skill']> };
  SaveSlaPolicyInput: SaveSlaPolicyInput;
  SaveSlaPolicyPayload: Omit<SaveSlaPolicyPayload, 'slaPolicy'> & { slaPolicy?: Maybe<ResolversParentTypes['SlaPolicy']> };
  Session: SessionReference;
  SetAgentPresencePayload: Omit<SetAgentPresencePayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  SetPresencePayload: Omit<SetPresencePayload, 'agent'> & { agent: ResolversParentTypes['Agent'] };
  Skill: SkillRecord;
  SkillCount: CountedSkill;
  SkillDemand: Demand;
  SkillGap: MeasuredGap;
  SkillGapConnection: Omit<SkillGapConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SkillGapEdge']>, nodes: Array<ResolversParentTypes['SkillGap']> };
  SkillGapEdge: Omit<SkillGapEdge, 'node'> & { node: ResolversParentTypes['SkillGap'] };
  SkillGrant: SkillGrantRecord;
  SkillGrantInput: SkillGrantInput;
  SkillGroup: SkillGroupRecord;
  SkillMatrix: Matrix;
  SkillMatrixCell: MatrixCell;
  SkillMatrixRow: MatrixRow;
  SkillRequirement: SkillRequirementRecord;
  SkillRequirementInput: SkillRequirementInput;
  SkillSupply: Supply;
  SlaEvent: FollowedSlaEvent;
  SlaPolicy: SlaPolicyRecord;
  SlaPreview: SlaPreview;
  StaffInput: StaffInput;
  Subscription: Record<PropertyKey, never>;
  TrainingCandidate: Candidate;
  TrainingItem: TrainingItemRecord;
  TrainingItemConnection: Omit<TrainingItemConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TrainingItemEdge']>, nodes: Array<ResolversParentTypes['TrainingItem']> };
  TrainingItemEdge: Omit<TrainingItemEdge, 'node'> & { node: ResolversParentTypes['TrainingItem'] };
  TrainingItemPayload: Omit<TrainingItemPayload, 'trainingItem'> & { trainingItem?: Maybe<ResolversParentTypes['TrainingItem']> };
  TrainingNote: TrainingNote;
  TrainingPlan: TrainingPlanRecord;
  TrainingPlanConnection: Omit<TrainingPlanConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TrainingPlanEdge']>, nodes: Array<ResolversParentTypes['TrainingPlan']> };
  TrainingPlanEdge: Omit<TrainingPlanEdge, 'node'> & { node: ResolversParentTypes['TrainingPlan'] };
  TrainingPlanGap: TrainingPlanGap;
  TrainingPlanPayload: Omit<TrainingPlanPayload, 'trainingPlan'> & { trainingPlan?: Maybe<ResolversParentTypes['TrainingPlan']> };
  TrainingStep: TrainingStep;
  TransferWorkInput: TransferWorkInput;
  UserError: UserError;
  VolumeInput: VolumeInput;
  WeeklyHours: WeeklyHoursRecord;
  WeeklyHoursInput: WeeklyHoursInput;
  WhatIf: WhatIfAnswer;
  WhatIfInput: WhatIfInput;
  WhyNot: NotChosen;
  WorkItem: WorkItemRecord;
  WorkItemConnection: Omit<WorkItemConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WorkItemEdge']>, nodes: Array<ResolversParentTypes['WorkItem']> };
  WorkItemEdge: Omit<WorkItemEdge, 'node'> & { node: ResolversParentTypes['WorkItem'] };
  WorkItemPayload: Omit<WorkItemPayload, 'workItem'> & { workItem?: Maybe<ResolversParentTypes['WorkItem']> };
  WorkTransfer: TransferRecord;
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
  ownSkills?: Resolver<Array<ResolversTypes['AgentSkill']>, ParentType, ContextType>;
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
  source?: Resolver<ResolversTypes['SkillSource'], ParentType, ContextType>;
};

export type AppliedSlaResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['AppliedSla'] = ResolversParentTypes['AppliedSla']> = {
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['SlaMetric'], ParentType, ContextType>;
  pausedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['SlaPolicy'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SlaStatus'], ParentType, ContextType>;
  warnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BusinessCalendarResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['BusinessCalendar'] = ResolversParentTypes['BusinessCalendar'], FederationReferenceType extends FederationReferenceTypes['BusinessCalendar'] = FederationReferenceTypes['BusinessCalendar']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['BusinessCalendar']> | FederationReferenceType, FederationReferenceType, ContextType>;
  holidays?: Resolver<Array<ResolversTypes['Holiday']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  intervals?: Resolver<Array<ResolversTypes['WeeklyHours']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CallbackResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Callback'] = ResolversParentTypes['Callback']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  promisedBy?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  takenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CapacityProfileResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['CapacityProfile'] = ResolversParentTypes['CapacityProfile']> = {
  chat?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  social?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  voice?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CertificationResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Certification'] = ResolversParentTypes['Certification']> = {
  certifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  certifiedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proficiency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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

export type DurationEstimateResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['DurationEstimate'] = ResolversParentTypes['DurationEstimate']> = {
  halfWidth?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  mean?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type ErlangCFiguresResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['ErlangCFigures'] = ResolversParentTypes['ErlangCFigures']> = {
  expectedWait?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  occupancy?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  servers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  serversNeeded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  serviceLevel?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  waitingProbability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ExcludedAgentsResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['ExcludedAgents'] = ResolversParentTypes['ExcludedAgents']> = {
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lacksSkill?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  noRoom?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passedOver?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unavailable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FieldSet'], any> {
  name: 'FieldSet';
}

export type ForecastChangeResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['ForecastChange'] = ResolversParentTypes['ForecastChange']> = {
  abandonRate?: Resolver<Maybe<ResolversTypes['ForecastEstimate']>, ParentType, ContextType>;
  occupancy?: Resolver<Maybe<ResolversTypes['ForecastEstimate']>, ParentType, ContextType>;
  serviceLevel?: Resolver<Maybe<ResolversTypes['ForecastEstimate']>, ParentType, ContextType>;
};

export type ForecastEstimateResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['ForecastEstimate'] = ResolversParentTypes['ForecastEstimate']> = {
  halfWidth?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mean?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ForecastFiguresResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['ForecastFigures'] = ResolversParentTypes['ForecastFigures']> = {
  abandonRate?: Resolver<Maybe<ResolversTypes['ForecastEstimate']>, ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  expectedWait?: Resolver<Maybe<ResolversTypes['DurationEstimate']>, ParentType, ContextType>;
  occupancy?: Resolver<Maybe<ResolversTypes['ForecastEstimate']>, ParentType, ContextType>;
  serviceLevel?: Resolver<Maybe<ResolversTypes['ForecastEstimate']>, ParentType, ContextType>;
};

export type HolidayResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Holiday'] = ResolversParentTypes['Holiday']> = {
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['OpenHours']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  yearly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MissingSkillResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['MissingSkill'] = ResolversParentTypes['MissingSkill']> = {
  expiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  minimumProficiency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proficiency?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  skillId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptReservation?: Resolver<ResolversTypes['ReservationPayload'], ParentType, ContextType, RequireFields<MutationAcceptReservationArgs, 'id'>>;
  acceptTraining?: Resolver<ResolversTypes['TrainingItemPayload'], ParentType, ContextType, RequireFields<MutationAcceptTrainingArgs, 'id'>>;
  assignWork?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationAssignWorkArgs, 'agentId' | 'workItemId'>>;
  cancelCallback?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationCancelCallbackArgs, 'workItemId'>>;
  cancelTraining?: Resolver<ResolversTypes['TrainingItemPayload'], ParentType, ContextType, RequireFields<MutationCancelTrainingArgs, 'id' | 'reason'>>;
  cancelTransfer?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationCancelTransferArgs, 'workItemId'>>;
  certifyTraining?: Resolver<ResolversTypes['TrainingItemPayload'], ParentType, ContextType, RequireFields<MutationCertifyTrainingArgs, 'input'>>;
  completeTransfer?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationCompleteTransferArgs, 'workItemId'>>;
  completeWork?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationCompleteWorkArgs, 'workItemId'>>;
  declineTraining?: Resolver<ResolversTypes['TrainingItemPayload'], ParentType, ContextType, RequireFields<MutationDeclineTrainingArgs, 'id' | 'reason'>>;
  moveWork?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationMoveWorkArgs, 'queueId' | 'workItemId'>>;
  noteTraining?: Resolver<ResolversTypes['TrainingItemPayload'], ParentType, ContextType, RequireFields<MutationNoteTrainingArgs, 'input'>>;
  proposeTrainingPlan?: Resolver<ResolversTypes['TrainingPlanPayload'], ParentType, ContextType, RequireFields<MutationProposeTrainingPlanArgs, 'input'>>;
  pullWork?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationPullWorkArgs, 'workItemId'>>;
  rejectReservation?: Resolver<ResolversTypes['ReservationPayload'], ParentType, ContextType, RequireFields<MutationRejectReservationArgs, 'id'>>;
  removeBusinessCalendar?: Resolver<ResolversTypes['RemoveBusinessCalendarPayload'], ParentType, ContextType, RequireFields<MutationRemoveBusinessCalendarArgs, 'id'>>;
  removeQueue?: Resolver<ResolversTypes['RemoveQueuePayload'], ParentType, ContextType, RequireFields<MutationRemoveQueueArgs, 'id'>>;
  removeSkill?: Resolver<ResolversTypes['RemoveSkillPayload'], ParentType, ContextType, RequireFields<MutationRemoveSkillArgs, 'id'>>;
  removeSkillGroup?: Resolver<ResolversTypes['RemoveSkillGroupPayload'], ParentType, ContextType, RequireFields<MutationRemoveSkillGroupArgs, 'id'>>;
  removeSlaPolicy?: Resolver<ResolversTypes['RemoveSlaPolicyPayload'], ParentType, ContextType, RequireFields<MutationRemoveSlaPolicyArgs, 'id'>>;
  reprioritizeWork?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationReprioritizeWorkArgs, 'priority' | 'workItemId'>>;
  requestCallback?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationRequestCallbackArgs, 'input'>>;
  requeueWork?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationRequeueWorkArgs, 'workItemId'>>;
  returnTraining?: Resolver<ResolversTypes['TrainingItemPayload'], ParentType, ContextType, RequireFields<MutationReturnTrainingArgs, 'id' | 'reason'>>;
  saveAgent?: Resolver<ResolversTypes['SaveAgentPayload'], ParentType, ContextType, RequireFields<MutationSaveAgentArgs, 'input'>>;
  saveBusinessCalendar?: Resolver<ResolversTypes['SaveBusinessCalendarPayload'], ParentType, ContextType, RequireFields<MutationSaveBusinessCalendarArgs, 'input'>>;
  saveQueue?: Resolver<ResolversTypes['SaveQueuePayload'], ParentType, ContextType, RequireFields<MutationSaveQueueArgs, 'input'>>;
  saveSkill?: Resolver<ResolversTypes['SaveSkillPayload'], ParentType, ContextType, RequireFields<MutationSaveSkillArgs, 'input'>>;
  saveSkillGroup?: Resolver<ResolversTypes['SaveSkillGroupPayload'], ParentType, ContextType, RequireFields<MutationSaveSkillGroupArgs, 'input'>>;
  saveSlaPolicy?: Resolver<ResolversTypes['SaveSlaPolicyPayload'], ParentType, ContextType, RequireFields<MutationSaveSlaPolicyArgs, 'input'>>;
  setAgentPresence?: Resolver<ResolversTypes['SetAgentPresencePayload'], ParentType, ContextType, RequireFields<MutationSetAgentPresenceArgs, 'agentId' | 'status'>>;
  setPresence?: Resolver<ResolversTypes['SetPresencePayload'], ParentType, ContextType, RequireFields<MutationSetPresenceArgs, 'status'>>;
  startTraining?: Resolver<ResolversTypes['TrainingItemPayload'], ParentType, ContextType, RequireFields<MutationStartTrainingArgs, 'id'>>;
  submitTraining?: Resolver<ResolversTypes['TrainingItemPayload'], ParentType, ContextType, RequireFields<MutationSubmitTrainingArgs, 'id'>>;
  transferWork?: Resolver<ResolversTypes['WorkItemPayload'], ParentType, ContextType, RequireFields<MutationTransferWorkArgs, 'input'>>;
};

export type OpenHoursResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['OpenHours'] = ResolversParentTypes['OpenHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type QueryResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType, RequireFields<QueryAgentArgs, 'id'>>;
  agents?: Resolver<ResolversTypes['AgentConnection'], ParentType, ContextType, RequireFields<QueryAgentsArgs, 'first'>>;
  businessCalendars?: Resolver<Array<ResolversTypes['BusinessCalendar']>, ParentType, ContextType>;
  explainRouting?: Resolver<Maybe<ResolversTypes['RoutingExplanation']>, ParentType, ContextType, RequireFields<QueryExplainRoutingArgs, 'workItemId'>>;
  me?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  myTrainings?: Resolver<ResolversTypes['TrainingItemConnection'], ParentType, ContextType, RequireFields<QueryMyTrainingsArgs, 'first'>>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType, RequireFields<QueryQueueArgs, 'id'>>;
  queueBoard?: Resolver<ResolversTypes['QueueBoard'], ParentType, ContextType>;
  queues?: Resolver<Array<ResolversTypes['Queue']>, ParentType, ContextType>;
  routingBaseline?: Resolver<ResolversTypes['RoutingBaseline'], ParentType, ContextType, RequireFields<QueryRoutingBaselineArgs, 'pastHours'>>;
  skillGaps?: Resolver<ResolversTypes['SkillGapConnection'], ParentType, ContextType, RequireFields<QuerySkillGapsArgs, 'first' | 'window'>>;
  skillGroups?: Resolver<Array<ResolversTypes['SkillGroup']>, ParentType, ContextType>;
  skillMatrix?: Resolver<ResolversTypes['SkillMatrix'], ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType>;
  slaPolicies?: Resolver<Array<ResolversTypes['SlaPolicy']>, ParentType, ContextType>;
  slaPreview?: Resolver<Maybe<ResolversTypes['SlaPreview']>, ParentType, ContextType, RequireFields<QuerySlaPreviewArgs, 'policyId' | 'startedAt'>>;
  trainingCandidates?: Resolver<Array<ResolversTypes['TrainingCandidate']>, ParentType, ContextType, RequireFields<QueryTrainingCandidatesArgs, 'first' | 'skillId' | 'targetLevel'>>;
  trainingPlan?: Resolver<Maybe<ResolversTypes['TrainingPlan']>, ParentType, ContextType, RequireFields<QueryTrainingPlanArgs, 'id'>>;
  trainingPlans?: Resolver<ResolversTypes['TrainingPlanConnection'], ParentType, ContextType, RequireFields<QueryTrainingPlansArgs, 'first'>>;
  transferTargets?: Resolver<Array<ResolversTypes['Agent']>, ParentType, ContextType, RequireFields<QueryTransferTargetsArgs, 'first' | 'workItemId'>>;
  whatIf?: Resolver<ResolversTypes['WhatIf'], ParentType, ContextType, RequireFields<QueryWhatIfArgs, 'input'>>;
  workItem?: Resolver<Maybe<ResolversTypes['WorkItem']>, ParentType, ContextType, RequireFields<QueryWorkItemArgs, 'id'>>;
};

export type QueueResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Queue'] = ResolversParentTypes['Queue'], FederationReferenceType extends FederationReferenceTypes['Queue'] = FederationReferenceTypes['Queue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Queue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  atRiskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expectedWait?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
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

export type QueueDemandResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['QueueDemand'] = ResolversParentTypes['QueueDemand']> = {
  arrivalsPerHour?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handleTime?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  handleTimeAssumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  patience?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['Queue'], ParentType, ContextType>;
};

export type QueueForecastResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['QueueForecast'] = ResolversParentTypes['QueueForecast']> = {
  erlangC?: Resolver<Maybe<ResolversTypes['ErlangCFigures']>, ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['ForecastFigures'], ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['Queue'], ParentType, ContextType>;
};

export type QueueStaffingResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['QueueStaffing'] = ResolversParentTypes['QueueStaffing']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  away?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  busy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RemoveBusinessCalendarPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RemoveBusinessCalendarPayload'] = ResolversParentTypes['RemoveBusinessCalendarPayload']> = {
  removedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveQueuePayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RemoveQueuePayload'] = ResolversParentTypes['RemoveQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveSkillGroupPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RemoveSkillGroupPayload'] = ResolversParentTypes['RemoveSkillGroupPayload']> = {
  removedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveSkillPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RemoveSkillPayload'] = ResolversParentTypes['RemoveSkillPayload']> = {
  removedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveSlaPolicyPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RemoveSlaPolicyPayload'] = ResolversParentTypes['RemoveSlaPolicyPayload']> = {
  slaPolicy?: Resolver<Maybe<ResolversTypes['SlaPolicy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Reservation'] = ResolversParentTypes['Reservation'], FederationReferenceType extends FederationReferenceTypes['Reservation'] = FederationReferenceTypes['Reservation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reservation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReservationKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  workItem?: Resolver<ResolversTypes['WorkItem'], ParentType, ContextType>;
};

export type ReservationPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['ReservationPayload'] = ResolversParentTypes['ReservationPayload']> = {
  reservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
};

export type RoutingBaselineResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RoutingBaseline'] = ResolversParentTypes['RoutingBaseline']> = {
  agentsOnDuty?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  demands?: Resolver<Array<ResolversTypes['QueueDemand']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RoutingCandidateResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RoutingCandidate'] = ResolversParentTypes['RoutingCandidate']> = {
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  breaksWhole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  fit?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  flexibility?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  idleSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastAgent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  occupancy?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CandidateOutcome'], ParentType, ContextType>;
  preferences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recentLoad?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RoutingDecisionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RoutingDecision'] = ResolversParentTypes['RoutingDecision']> = {
  agentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RoutingExplanationResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RoutingExplanation'] = ResolversParentTypes['RoutingExplanation']> = {
  actor?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  actorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  agentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  candidates?: Resolver<Array<ResolversTypes['RoutingCandidate']>, ParentType, ContextType>;
  epoch?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  excluded?: Resolver<ResolversTypes['ExcludedAgents'], ParentType, ContextType>;
  reservationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ring?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['OfferRule'], ParentType, ContextType>;
  whyNot?: Resolver<Maybe<ResolversTypes['WhyNot']>, ParentType, ContextType>;
};

export type RoutingForecastResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['RoutingForecast'] = ResolversParentTypes['RoutingForecast']> = {
  agents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overall?: Resolver<ResolversTypes['ForecastFigures'], ParentType, ContextType>;
  queues?: Resolver<Array<ResolversTypes['QueueForecast']>, ParentType, ContextType>;
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

export type SaveBusinessCalendarPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SaveBusinessCalendarPayload'] = ResolversParentTypes['SaveBusinessCalendarPayload']> = {
  businessCalendar?: Resolver<Maybe<ResolversTypes['BusinessCalendar']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveQueuePayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SaveQueuePayload'] = ResolversParentTypes['SaveQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveSkillGroupPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SaveSkillGroupPayload'] = ResolversParentTypes['SaveSkillGroupPayload']> = {
  skillGroup?: Resolver<Maybe<ResolversTypes['SkillGroup']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveSkillPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SaveSkillPayload'] = ResolversParentTypes['SaveSkillPayload']> = {
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
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

export type SetAgentPresencePayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SetAgentPresencePayload'] = ResolversParentTypes['SetAgentPresencePayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetPresencePayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SetPresencePayload'] = ResolversParentTypes['SetPresencePayload']> = {
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
};

export type SkillResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  basic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  basicProficiency?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SkillKind'], ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['MediaType']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SkillCountResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillCount'] = ResolversParentTypes['SkillCount']> = {
  agentsByProficiency?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
};

export type SkillDemandResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillDemand'] = ResolversParentTypes['SkillDemand']> = {
  arrivals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  busyHourLoad?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  slaMissed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  work?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type SkillGapResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillGap'] = ResolversParentTypes['SkillGap']> = {
  demand?: Resolver<ResolversTypes['SkillDemand'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingAgents?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  missingIn30Days?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  openTrainings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requiredAgents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['GapSeverity'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
  supply?: Resolver<ResolversTypes['SkillSupply'], ParentType, ContextType>;
};

export type SkillGapConnectionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillGapConnection'] = ResolversParentTypes['SkillGapConnection']> = {
  countedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SkillGapEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SkillGap']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SkillGapEdgeResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillGapEdge'] = ResolversParentTypes['SkillGapEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SkillGap'], ParentType, ContextType>;
};

export type SkillGrantResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillGrant'] = ResolversParentTypes['SkillGrant']> = {
  proficiency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
};

export type SkillGroupResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillGroup'] = ResolversParentTypes['SkillGroup']> = {
  grants?: Resolver<Array<ResolversTypes['SkillGrant']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['Agent']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SkillMatrixResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillMatrix'] = ResolversParentTypes['SkillMatrix']> = {
  agents?: Resolver<ResolversTypes['AgentConnection'], ParentType, ContextType, RequireFields<SkillMatrixAgentsArgs, 'first' | 'minimumProficiency'>>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  others?: Resolver<Array<ResolversTypes['SkillCount']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['SkillMatrixRow']>, ParentType, ContextType>;
};

export type SkillMatrixCellResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillMatrixCell'] = ResolversParentTypes['SkillMatrixCell']> = {
  agentsByProficiency?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
};

export type SkillMatrixRowResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillMatrixRow'] = ResolversParentTypes['SkillMatrixRow']> = {
  cells?: Resolver<Array<ResolversTypes['SkillMatrixCell']>, ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SkillRequirementResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillRequirement'] = ResolversParentTypes['SkillRequirement']> = {
  minimumProficiency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
};

export type SkillSupplyResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SkillSupply'] = ResolversParentTypes['SkillSupply']> = {
  availability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  effectiveAgents?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  expiringSoon?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  holders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  holdersIn30Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onDuty?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlaEventResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SlaEvent'] = ResolversParentTypes['SlaEvent']> = {
  appliedSla?: Resolver<ResolversTypes['AppliedSla'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  noticedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SlaStatus'], ParentType, ContextType>;
  workItem?: Resolver<ResolversTypes['WorkItem'], ParentType, ContextType>;
};

export type SlaPolicyResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SlaPolicy'] = ResolversParentTypes['SlaPolicy'], FederationReferenceType extends FederationReferenceTypes['SlaPolicy'] = FederationReferenceTypes['SlaPolicy']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SlaPolicy']> | FederationReferenceType, FederationReferenceType, ContextType>;
  calendar?: Resolver<Maybe<ResolversTypes['BusinessCalendar']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerTier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['SlaMetric'], ParentType, ContextType>;
  minimumPriority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pauseOn?: Resolver<Array<ResolversTypes['SlaPause']>, ParentType, ContextType>;
  queueId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  warnBefore?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type SlaPreviewResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['SlaPreview'] = ResolversParentTypes['SlaPreview']> = {
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  warnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  agentInbox?: SubscriptionResolver<ResolversTypes['AgentInbox'], "agentInbox", ParentType, ContextType>;
  queueBoardChanged?: SubscriptionResolver<ResolversTypes['QueueBoard'], "queueBoardChanged", ParentType, ContextType>;
  slaEvents?: SubscriptionResolver<ResolversTypes['SlaEvent'], "slaEvents", ParentType, ContextType, Partial<SubscriptionSlaEventsArgs>>;
};

export type TrainingCandidateResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingCandidate'] = ResolversParentTypes['TrainingCandidate']> = {
  adjacency?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  currentLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expiresSoon?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fairness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  proficiency?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  spareCapacity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TrainingItemResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingItem'] = ResolversParentTypes['TrainingItem']> = {
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fromLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['TrainingStep']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['TrainingNote']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['TrainingPlan'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TrainingState'], ParentType, ContextType>;
  targetLevel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrainingItemConnectionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingItemConnection'] = ResolversParentTypes['TrainingItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrainingItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TrainingItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TrainingItemEdgeResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingItemEdge'] = ResolversParentTypes['TrainingItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TrainingItem'], ParentType, ContextType>;
};

export type TrainingItemPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingItemPayload'] = ResolversParentTypes['TrainingItemPayload']> = {
  trainingItem?: Resolver<Maybe<ResolversTypes['TrainingItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TrainingNoteResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingNote'] = ResolversParentTypes['TrainingNote']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  evidenceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TrainingPlanResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingPlan'] = ResolversParentTypes['TrainingPlan']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gap?: Resolver<Maybe<ResolversTypes['TrainingPlanGap']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['TrainingItem']>, ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['TrainingReason'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
  targetLevel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrainingPlanConnectionResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingPlanConnection'] = ResolversParentTypes['TrainingPlanConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrainingPlanEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TrainingPlan']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TrainingPlanEdgeResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingPlanEdge'] = ResolversParentTypes['TrainingPlanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TrainingPlan'], ParentType, ContextType>;
};

export type TrainingPlanGapResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingPlanGap'] = ResolversParentTypes['TrainingPlanGap']> = {
  arrivals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingAgents?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  requiredAgents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['GapSeverity'], ParentType, ContextType>;
  slaMissed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['DemandWindow'], ParentType, ContextType>;
};

export type TrainingPlanPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingPlanPayload'] = ResolversParentTypes['TrainingPlanPayload']> = {
  trainingPlan?: Resolver<Maybe<ResolversTypes['TrainingPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TrainingStepResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['TrainingStep'] = ResolversParentTypes['TrainingStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TrainingState'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WeeklyHoursResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WeeklyHours'] = ResolversParentTypes['WeeklyHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type WhatIfResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WhatIf'] = ResolversParentTypes['WhatIf']> = {
  after?: Resolver<ResolversTypes['RoutingForecast'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['RoutingForecast'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['ForecastChange'], ParentType, ContextType>;
  replications?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  span?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type WhyNotResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WhyNot'] = ResolversParentTypes['WhyNot']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  candidate?: Resolver<Maybe<ResolversTypes['RoutingCandidate']>, ParentType, ContextType>;
  freeRoom?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  heldForWorkItemId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  missingSkills?: Resolver<Array<ResolversTypes['MissingSkill']>, ParentType, ContextType>;
  neededRoom?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  passedOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  presence?: Resolver<Maybe<ResolversTypes['PresenceStatus']>, ParentType, ContextType>;
  presenceSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['WhyNotReason'], ParentType, ContextType>;
};

export type WorkItemResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WorkItem'] = ResolversParentTypes['WorkItem'], FederationReferenceType extends FederationReferenceTypes['WorkItem'] = FederationReferenceTypes['WorkItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  callback?: Resolver<Maybe<ResolversTypes['Callback']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consult?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  customerTier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decisions?: Resolver<Array<ResolversTypes['RoutingDecision']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastAgent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  notBefore?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  onlyFor?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  parkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['Queue'], ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sla?: Resolver<Array<ResolversTypes['AppliedSla']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WorkItemStatus'], ParentType, ContextType>;
  transfer?: Resolver<Maybe<ResolversTypes['WorkTransfer']>, ParentType, ContextType>;
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

export type WorkItemPayloadResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WorkItemPayload'] = ResolversParentTypes['WorkItemPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workItem?: Resolver<Maybe<ResolversTypes['WorkItem']>, ParentType, ContextType>;
};

export type WorkTransferResolvers<ContextType = RoutingContext, ParentType extends ResolversParentTypes['WorkTransfer'] = ResolversParentTypes['WorkTransfer']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TransferKind'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['Queue'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RoutingContext> = {
  Agent?: AgentResolvers<ContextType>;
  AgentConnection?: AgentConnectionResolvers<ContextType>;
  AgentInbox?: AgentInboxResolvers<ContextType>;
  AgentSkill?: AgentSkillResolvers<ContextType>;
  AppliedSla?: AppliedSlaResolvers<ContextType>;
  BusinessCalendar?: BusinessCalendarResolvers<ContextType>;
  Callback?: CallbackResolvers<ContextType>;
  CapacityProfile?: CapacityProfileResolvers<ContextType>;
  Certification?: CertificationResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  DurationEstimate?: DurationEstimateResolvers<ContextType>;
  ErlangCFigures?: ErlangCFiguresResolvers<ContextType>;
  ExcludedAgents?: ExcludedAgentsResolvers<ContextType>;
  FieldSet?: GraphQLScalarType;
  ForecastChange?: ForecastChangeResolvers<ContextType>;
  ForecastEstimate?: ForecastEstimateResolvers<ContextType>;
  ForecastFigures?: ForecastFiguresResolvers<ContextType>;
  Holiday?: HolidayResolvers<ContextType>;
  MissingSkill?: MissingSkillResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OpenHours?: OpenHoursResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Queue?: QueueResolvers<ContextType>;
  QueueBoard?: QueueBoardResolvers<ContextType>;
  QueueDemand?: QueueDemandResolvers<ContextType>;
  QueueForecast?: QueueForecastResolvers<ContextType>;
  QueueStaffing?: QueueStaffingResolvers<ContextType>;
  RemoveBusinessCalendarPayload?: RemoveBusinessCalendarPayloadResolvers<ContextType>;
  RemoveQueuePayload?: RemoveQueuePayloadResolvers<ContextType>;
  RemoveSkillGroupPayload?: RemoveSkillGroupPayloadResolvers<ContextType>;
  RemoveSkillPayload?: RemoveSkillPayloadResolvers<ContextType>;
  RemoveSlaPolicyPayload?: RemoveSlaPolicyPayloadResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  ReservationPayload?: ReservationPayloadResolvers<ContextType>;
  RoutingBaseline?: RoutingBaselineResolvers<ContextType>;
  RoutingCandidate?: RoutingCandidateResolvers<ContextType>;
  RoutingDecision?: RoutingDecisionResolvers<ContextType>;
  RoutingExplanation?: RoutingExplanationResolvers<ContextType>;
  RoutingForecast?: RoutingForecastResolvers<ContextType>;
  RoutingPolicy?: RoutingPolicyResolvers<ContextType>;
  RoutingStep?: RoutingStepResolvers<ContextType>;
  SaveAgentPayload?: SaveAgentPayloadResolvers<ContextType>;
  SaveBusinessCalendarPayload?: SaveBusinessCalendarPayloadResolvers<ContextType>;
  SaveQueuePayload?: SaveQueuePayloadResolvers<ContextType>;
  SaveSkillGroupPayload?: SaveSkillGroupPayloadResolvers<ContextType>;
  SaveSkillPayload?: SaveSkillPayloadResolvers<ContextType>;
  SaveSlaPolicyPayload?: SaveSlaPolicyPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetAgentPresencePayload?: SetAgentPresencePayloadResolvers<ContextType>;
  SetPresencePayload?: SetPresencePayloadResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SkillCount?: SkillCountResolvers<ContextType>;
  SkillDemand?: SkillDemandResolvers<ContextType>;
  SkillGap?: SkillGapResolvers<ContextType>;
  SkillGapConnection?: SkillGapConnectionResolvers<ContextType>;
  SkillGapEdge?: SkillGapEdgeResolvers<ContextType>;
  SkillGrant?: SkillGrantResolvers<ContextType>;
  SkillGroup?: SkillGroupResolvers<ContextType>;
  SkillMatrix?: SkillMatrixResolvers<ContextType>;
  SkillMatrixCell?: SkillMatrixCellResolvers<ContextType>;
  SkillMatrixRow?: SkillMatrixRowResolvers<ContextType>;
  SkillRequirement?: SkillRequirementResolvers<ContextType>;
  SkillSupply?: SkillSupplyResolvers<ContextType>;
  SlaEvent?: SlaEventResolvers<ContextType>;
  SlaPolicy?: SlaPolicyResolvers<ContextType>;
  SlaPreview?: SlaPreviewResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TrainingCandidate?: TrainingCandidateResolvers<ContextType>;
  TrainingItem?: TrainingItemResolvers<ContextType>;
  TrainingItemConnection?: TrainingItemConnectionResolvers<ContextType>;
  TrainingItemEdge?: TrainingItemEdgeResolvers<ContextType>;
  TrainingItemPayload?: TrainingItemPayloadResolvers<ContextType>;
  TrainingNote?: TrainingNoteResolvers<ContextType>;
  TrainingPlan?: TrainingPlanResolvers<ContextType>;
  TrainingPlanConnection?: TrainingPlanConnectionResolvers<ContextType>;
  TrainingPlanEdge?: TrainingPlanEdgeResolvers<ContextType>;
  TrainingPlanGap?: TrainingPlanGapResolvers<ContextType>;
  TrainingPlanPayload?: TrainingPlanPayloadResolvers<ContextType>;
  TrainingStep?: TrainingStepResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WeeklyHours?: WeeklyHoursResolvers<ContextType>;
  WhatIf?: WhatIfResolvers<ContextType>;
  WhyNot?: WhyNotResolvers<ContextType>;
  WorkItem?: WorkItemResolvers<ContextType>;
  WorkItemConnection?: WorkItemConnectionResolvers<ContextType>;
  WorkItemEdge?: WorkItemEdgeResolvers<ContextType>;
  WorkItemPayload?: WorkItemPayloadResolvers<ContextType>;
  WorkTransfer?: WorkTransferResolvers<ContextType>;
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
