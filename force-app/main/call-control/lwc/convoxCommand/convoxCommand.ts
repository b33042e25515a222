export type {
    AgentCommand,
    CallCommand,
    CloseCommand,
    CommandFailure,
    CommandResult,
    CommandSender,
    CommandServer,
    CommandState,
    DialCommand,
    DialFields
} from './command.ts';
export { isCommandSender } from './command.ts';
export { resultOfFailure } from './failedCommand.ts';
export type { Identity } from './failedCommand.ts';
