export { closeCommand, closeOf, followUpFields, noteFields } from './closing.ts';
export { nextCall } from './callReducer.ts';
export type { CallEvent } from './callReducer.ts';
export { arrivedCall } from './callState.ts';
export type { Caller, CallState, Operation, Owner, Trouble } from './callState.ts';
export type { Match } from './matching.ts';
export { phaseOf } from './callPhase.ts';
export type { CallPhase } from './callPhase.ts';
