/** `npm run admin -- <command>`: what an administrator does with a real org. */
import process from 'node:process';
import { interruption } from './cli/interruption.ts';
import { runCommandLine } from './cli/commandLine.ts';
import { commands } from './commands.ts';
import { openConnection, openGatewayConnection } from './org/signIn.ts';
import { createTerminal } from './cli/terminal.ts';
import { createProcessRunner } from './cli/processes.ts';
import { root } from './root.ts';

process.exitCode = await runCommandLine(commands, process.argv.slice(2), {
    root,
    // npm runs scripts in the repository and keeps where the user stands.
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    clock: () => new Date(),
    environment: process.env,
    terminal: createTerminal(process.stdout, process.stderr),
    run: createProcessRunner({ root, environment: process.env }),
    connect: (target) => openConnection(target, process.env),
    connectAsGateway: () => openGatewayConnection(process.env),
    interrupted: interruption(process)
});
