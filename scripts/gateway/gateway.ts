/** The `gateway` command. */
import { text } from 'node:stream/consumers';
import { runCommand } from './commandLine.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
    environment: process.env,
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    readInput: () => text(process.stdin)
});
