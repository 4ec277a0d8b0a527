import { parentPort, workerData } from 'node:worker_threads'
import { type Comparison, compareScenarios } from './compare-scenarios.ts'

// A thread of its own: seconds of arithmetic would hold up every other answer of the process.
parentPort?.postMessage(compareScenarios(workerData as Comparison))
