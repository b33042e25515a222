export { rankCallers } from './rankCallers.ts';
export type { Caller, Loss, LossReason, Match, MatchResult } from './rankCallers.ts';
export { matchReasons } from './matchReason.ts';
export type { Candidate, CandidateNumber, CustomerObject, MatchReason, NumberField } from './matchReason.ts';
