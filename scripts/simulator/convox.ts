import { runCommand } from './commandLine.ts';

const { text, failed } = await runCommand(process.argv.slice(2), process.env);
(failed ? process.stderr : process.stdout).write(`${text}\n`);
process.exitCode = failed ? 1 : 0;
