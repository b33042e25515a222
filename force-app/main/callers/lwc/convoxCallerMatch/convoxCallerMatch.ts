export { numberFields } from './matchReason.ts';
export { rankCallers } from './rankCallers.ts';
export type { Caller, Match, Ranking } from './rankCallers.ts';
export type {
    Candidate,
    CandidateNumber,
    CustomerObject,
    MatchReason,
    NumberField,
    NumberKind
} from './matchReason.ts';
