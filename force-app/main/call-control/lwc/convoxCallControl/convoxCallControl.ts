export type {
    AgentCommand,
    CallCommand,
    CloseCommand,
    CommandFailure,
    CommandResult,
    CommandSender,
    CommandState,
    DialCommand,
    DialFields
} from './command.ts';
export { isCommandSender } from './command.ts';
export { commandFields, commandKey } from './commandFields.ts';
export { CommandRowReader } from './commandRowReader.ts';
export type { RowRequest } from './commandRowReader.ts';
export { resultOfFailure, resultOfRow } from './commandResult.ts';
export { awaitAnswer, wait } from './patience.ts';
export type { Wait } from './patience.ts';
export { sendCommand } from './sendCommand.ts';
export type { CommandChannel, FlowEnd } from './sendCommand.ts';
