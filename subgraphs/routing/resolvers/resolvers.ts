import type { Resolvers } from '../generated/resolvers.ts'
import { Agent } from './Agent.ts'
import { AgentSkill } from './AgentSkill.ts'
import { AppliedSla } from './AppliedSla.ts'
import { Callback } from './Callback.ts'
import { BusinessCalendar } from './BusinessCalendar.ts'
import { ErlangCFigures } from './ErlangCFigures.ts'
import { ForecastFigures } from './ForecastFigures.ts'
import { acceptReservation } from './mutation/acceptReservation.ts'
import { rejectReservation } from './mutation/rejectReservation.ts'
import { removeBusinessCalendar } from './mutation/removeBusinessCalendar.ts'
import { cancelCallback } from './mutation/cancelCallback.ts'
import { completeWork } from './mutation/completeWork.ts'
import { requestCallback } from './mutation/requestCallback.ts'
import { assignWork } from './mutation/assignWork.ts'
import { cancelTransfer } from './mutation/cancelTransfer.ts'
import { completeTransfer } from './mutation/completeTransfer.ts'
import { moveWork } from './mutation/moveWork.ts'
import { pullWork } from './mutation/pullWork.ts'
import { reprioritizeWork } from './mutation/reprioritizeWork.ts'
import { requeueWork } from './mutation/requeueWork.ts'
import { setAgentPresence } from './mutation/setAgentPresence.ts'
import { transferWork } from './mutation/transferWork.ts'
import { removeQueue } from './mutation/removeQueue.ts'
import { removeSkill } from './mutation/removeSkill.ts'
import { removeSkillGroup } from './mutation/removeSkillGroup.ts'
import { removeSlaPolicy } from './mutation/removeSlaPolicy.ts'
import { saveAgent } from './mutation/saveAgent.ts'
import { saveBusinessCalendar } from './mutation/saveBusinessCalendar.ts'
import { saveQueue } from './mutation/saveQueue.ts'
import { saveSkill } from './mutation/saveSkill.ts'
import { saveSkillGroup } from './mutation/saveSkillGroup.ts'
import { saveSlaPolicy } from './mutation/saveSlaPolicy.ts'
import { setPresence } from './mutation/setPresence.ts'
import { OpenHours } from './OpenHours.ts'
import { Queue } from './Queue.ts'
import { QueueDemand } from './QueueDemand.ts'
import { QueueBoard } from './QueueBoard.ts'
import { agent } from './query/agent.ts'
import { agents } from './query/agents.ts'
import { businessCalendars } from './query/businessCalendars.ts'
import { explainRouting } from './query/explainRouting.ts'
import { me } from './query/me.ts'
import { queue } from './query/queue.ts'
import { queueBoard } from './query/queueBoard.ts'
import { queues } from './query/queues.ts'
import { routingBaseline } from './query/routingBaseline.ts'
import { skillGroups } from './query/skillGroups.ts'
import { skillMatrix } from './query/skillMatrix.ts'
import { skills } from './query/skills.ts'
import { slaPolicies } from './query/slaPolicies.ts'
import { slaPreview } from './query/slaPreview.ts'
import { whatIf } from './query/whatIf.ts'
import { transferTargets } from './query/transferTargets.ts'
import { workItem } from './query/workItem.ts'
import { Reservation } from './Reservation.ts'
import { RoutingCandidate } from './RoutingCandidate.ts'
import { RoutingDecision } from './RoutingDecision.ts'
import { RoutingExplanation } from './RoutingExplanation.ts'
import { RoutingStep } from './RoutingStep.ts'
import { Session } from './Session.ts'
import { Skill } from './Skill.ts'
import { SkillCount } from './SkillCount.ts'
import { SkillGrant } from './SkillGrant.ts'
import { SkillGroup } from './SkillGroup.ts'
import { SkillMatrix } from './SkillMatrix.ts'
import { SkillRequirement } from './SkillRequirement.ts'
import { SlaEvent } from './SlaEvent.ts'
import { SlaPolicy } from './SlaPolicy.ts'
import { agentInbox } from './subscription/agentInbox.ts'
import { queueBoardChanged } from './subscription/queueBoardChanged.ts'
import { slaEvents } from './subscription/slaEvents.ts'
import { WeeklyHours } from './WeeklyHours.ts'
import { WhyNot } from './WhyNot.ts'
import { WhatIf } from './WhatIf.ts'
import { WorkItem } from './WorkItem.ts'
import { acceptTraining } from './mutation/acceptTraining.ts'
import { cancelTraining } from './mutation/cancelTraining.ts'
import { certifyTraining } from './mutation/certifyTraining.ts'
import { declineTraining } from './mutation/declineTraining.ts'
import { noteTraining } from './mutation/noteTraining.ts'
import { proposeTrainingPlan } from './mutation/proposeTrainingPlan.ts'
import { returnTraining } from './mutation/returnTraining.ts'
import { startTraining } from './mutation/startTraining.ts'
import { submitTraining } from './mutation/submitTraining.ts'
import { myTrainings } from './query/myTrainings.ts'
import { skillGaps } from './query/skillGaps.ts'
import { trainingCandidates } from './query/trainingCandidates.ts'
import { trainingPlan } from './query/trainingPlan.ts'
import { trainingPlans } from './query/trainingPlans.ts'
import { SkillDemand } from './SkillDemand.ts'
import { SkillGap } from './SkillGap.ts'
import { TrainingCandidate } from './TrainingCandidate.ts'
import { TrainingItem } from './TrainingItem.ts'
import { TrainingPlan } from './TrainingPlan.ts'
import { WorkTransfer } from './WorkTransfer.ts'

/** Routing's part of the graph. */
export const resolvers: Resolvers = {
  Query: {
    queue,
    queues,
    agent,
    agents,
    me,
    workItem,
    transferTargets,
    explainRouting,
    skills,
    skillGroups,
    skillMatrix,
    myTrainings,
    skillGaps,
    trainingCandidates,
    trainingPlan,
    trainingPlans,
    slaPolicies,
    slaPreview,
    businessCalendars,
    queueBoard,
    routingBaseline,
    whatIf,
  },
  Mutation: {
    setPresence,
    assignWork,
    cancelCallback,
    completeWork,
    requestCallback,
    cancelTransfer,
    completeTransfer,
    moveWork,
    pullWork,
    reprioritizeWork,
    requeueWork,
    setAgentPresence,
    transferWork,
    acceptReservation,
    rejectReservation,
    saveQueue,
    removeQueue,
    saveAgent,
    saveSkill,
    removeSkill,
    saveSkillGroup,
    removeSkillGroup,
    acceptTraining,
    cancelTraining,
    certifyTraining,
    declineTraining,
    noteTraining,
    proposeTrainingPlan,
    returnTraining,
    startTraining,
    submitTraining,
    saveSlaPolicy,
    removeSlaPolicy,
    saveBusinessCalendar,
    removeBusinessCalendar,
  },
  Subscription: { agentInbox, queueBoardChanged, slaEvents },
  Agent,
  AgentSkill,
  AppliedSla,
  BusinessCalendar,
  OpenHours,
  ErlangCFigures,
  ForecastFigures,
  Queue,
  QueueDemand,
  QueueBoard,
  Reservation,
  RoutingCandidate,
  RoutingDecision,
  RoutingExplanation,
  RoutingStep,
  Session,
  Skill,
  SkillCount,
  SkillGrant,
  SkillGroup,
  SkillMatrix,
  SkillDemand,
  SkillGap,
  TrainingCandidate,
  TrainingItem,
  TrainingPlan,
  SkillRequirement,
  SlaEvent,
  SlaPolicy,
  WeeklyHours,
  WhyNot,
  WhatIf,
  WorkItem,
  WorkTransfer,
  Callback,
}
