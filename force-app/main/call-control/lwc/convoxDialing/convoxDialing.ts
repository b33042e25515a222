export { DialGuard, dialGuard } from './dialGuard.ts';
export { DIALER_QUERY } from './dialerQuery.ts';
export { customerFields, dialCommandOf, isDialer } from './dialCommand.ts';
export type { DialCustomer, Dialer, DialTarget } from './dialCommand.ts';
export { newReferenceNumber } from './referenceNumber.ts';
