import { DialGuard } from './dialGuard.ts';
import { guardEdges } from './guardEdges.ts';

export { DialGuard } from './dialGuard.ts';
export type { GuardEdges } from './dialGuard.ts';
export { DIALER_QUERY } from './dialerQuery.ts';
export { customerFields, isDialer } from './dialCommand.ts';
export type { DialCustomer, Dialer, DialRest, DialTarget } from './dialCommand.ts';
export { dialDoubts, isDialQuestion } from './dialDoubts.ts';
export type { DialDoubts } from './dialDoubts.ts';
export { newReferenceNumber } from './referenceNumber.ts';
export { commandRow, followDial, openDial, placeDial } from './placedDial.ts';
export type { PlacedDial } from './placedDial.ts';
export { uncachedMoment } from './uncachedMoment.ts';
export { WireReader } from './wireReader.ts';
export type { WireRequest } from './wireReader.ts';

/** The guard of the user: a console shows several records at once, in several tabs, but the agent has one phone. */
export const dialGuard = new DialGuard(guardEdges());
