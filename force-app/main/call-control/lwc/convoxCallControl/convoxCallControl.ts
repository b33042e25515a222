export { adviceOnRefusal } from '#contract';
export { commandFields, commandKey } from './commandFields.ts';
export { CommandRowReader } from './commandRowReader.ts';
export type { RowRequest } from './commandRowReader.ts';
export { resultOfRow } from './commandResult.ts';
export { awaitAnswer, wait } from './patience.ts';
export type { Wait } from './patience.ts';
export { sendCommand } from './sendCommand.ts';
export type { CommandChannel, FlowEnd } from './sendCommand.ts';
