export { readLookup } from './callerLookup.ts';
export type { CallerLookup, ExistingCall, FollowUpDue, PastCall } from './callerLookup.ts';
export { CALLER_QUERY } from './callerQuery.ts';
export { countCustomers, readCustomers } from './customers.ts';
export type { Customer } from './customers.ts';
export { callerVariables, unfilledCallerVariables } from './callerVariables.ts';
export { readDispositions } from './dispositions.ts';
export type { DispositionOption } from './dispositions.ts';
export { UNFILLED_CALLER_QUERY } from './unfilledCallerQuery.ts';
