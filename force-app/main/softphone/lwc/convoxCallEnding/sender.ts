import type { CallCommand, CommandResult, CommandRoute } from 'c/convoxCallControl';

/** The part of c-convox-command-runner that the end of a call uses. */
export interface Sender {
    send(command: CallCommand, route: CommandRoute): Promise<CommandResult>;
}

export function isSender(element: unknown): element is Sender {
    return typeof element === 'object' && element !== null && typeof Reflect.get(element, 'send') === 'function';
}
