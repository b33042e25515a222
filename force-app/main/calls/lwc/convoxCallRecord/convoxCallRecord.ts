export { CALL_OBJECT, CALL_REFERENCE_FIELD, popFields } from './popFields.ts';
export type { PopFieldName } from './popFields.ts';
export { callFields, callStatusValues } from './callFields.ts';
export type { CallFieldName, CallStatusValue } from './callFields.ts';
export type { CallFieldValues } from './fieldValues.ts';
export { callFieldsFromStatus, callStatusOf } from './fieldsFromStatus.ts';
export { callFieldsFromPop } from './fieldsFromPop.ts';
export type { PopDetails } from './fieldsFromPop.ts';
