import { DEFAULT_SERVER } from '../serverActivity.ts';
import type { SheetCommand } from './dialects/dialect.ts';

/**
 * A command as its server understands it: calls, agents and processes without the server's code, which Salesforce keeps
 * before their names. By the value, since the names of a dial's parameters are the server record's to choose. Where nothing is
 * named so, every byte stays.
 * @param server code of another server than the default one
 */
export function inOwnWords(command: SheetCommand, server = DEFAULT_SERVER): SheetCommand {
    const code = new RegExp(`(?<==)${server}(?::|%3A)`, 'gi');
    const text = new TextDecoder().decode(command.body);
    const own = text.replace(code, '');
    return {
        ...command,
        query: command.query.replace(code, ''),
        body: own === text ? command.body : new TextEncoder().encode(own)
    };
}
