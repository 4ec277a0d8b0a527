export const queues = 1
