export { DialGuard, dialGuard } from './dialGuard.ts';
export { DIALER_QUERY } from './dialerQuery.ts';
export { dialCommandOf } from './dialCommand.ts';
export { DIALABLE_OBJECTS, objectOfRecord } from './dialableObjects.ts';
export { fieldsOf, numbersOf } from './phoneFields.ts';
export { newReferenceNumber } from './referenceNumber.ts';
export type { PhoneNumber } from './phoneFields.ts';
