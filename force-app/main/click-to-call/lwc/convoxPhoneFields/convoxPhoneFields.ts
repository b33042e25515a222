export { customerOf } from './customerOf.ts';
export { DIALABLE_OBJECTS, objectOfRecord } from './dialableObjects.ts';
export { fieldsOf, numbersOf } from './phoneFields.ts';
export type { PhoneNumber } from './phoneFields.ts';
