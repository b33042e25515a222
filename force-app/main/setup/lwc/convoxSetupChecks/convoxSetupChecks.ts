export type {
    Check,
    CheckAnswer,
    CheckGroup,
    Enterable,
    Fix,
    FixAction,
    GatewayState,
    Receiver,
    Rights,
    Seen
} from './check.ts';
export { changeLine } from './begunChanges.ts';
export type { BegunChange } from './begunChanges.ts';
export { LOOKS } from './looks.ts';
export { claimOf } from './claims.ts';
export { minutesSince } from './minutesSince.ts';
export { readRights } from './rights.ts';
export { readSetupFacts } from './setupFacts.ts';
export type { AgentFacts, CommandFacts, HealthDay, ProcessFacts, SetupFacts } from './setupFacts.ts';
export { known } from './sameSettings.ts';
export { reportOf } from './serverChecks.ts';
export { setupChecks } from './setupChecks.ts';
export { summaryOf } from './summary.ts';
export type { ServerFacts } from './serverFacts.ts';
