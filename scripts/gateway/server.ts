/** The gateway alone, as `gateway serve` runs it. */
import { runCommand } from './commandLine.ts';

process.exitCode = await runCommand(['serve'], {
    environment: process.env,
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`)
});
