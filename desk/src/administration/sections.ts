/** The parts of the administration, in order. */
export const sections = [{ to: '/administration/queues', word: 'administration.queues' }] as const
