import type { Command, Option } from './command.ts';

const WIDTH = 100;

/** Options that every command has. */
export const commonOptions: Readonly<Record<string, Option>> = {
    json: { type: 'boolean', summary: 'print one JSON document on standard output, and nothing else there' },
    help: { type: 'boolean', summary: 'show this' }
};

export function overview(commands: readonly Command[]): string {
    const width = Math.max(...commands.map(({ name }) => name.length));
    const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
    return [
        'Usage: npm run admin -- <command> [options]',
        '',
        ...lines,
        '',
        'npm run admin -- <command> --help says more. Exit codes: 0 done, 1 failed or something does not hold, 2 not understood.',
        'For programs: npm run --silent admin -- <command> --json.',
        '',
        'Without --target-org, configure, backfill-phone-keys, load-calls and verify sign in as an external client app, if the',
        'environment has ORG_LOGIN_URL (My Domain), ORG_CLIENT_ID and ORG_CLIENT_SECRET: for build machines, or the org of npm start.'
    ].join('\n');
}

export function help({ name, summary, takes, options, notes }: Command): string {
    const usage = ['Usage: npm run admin --', name, takes, '[options]'].filter((part) => part !== undefined).join(' ');
    const entries = Object.entries({ ...options, ...commonOptions }).map(([option, { value, summary: says }]) => ({
        title: `--${option}${value === undefined ? '' : ` ${value}`}`,
        says
    }));
    const width = Math.max(...entries.map(({ title }) => title.length));
    const lines = entries.flatMap(({ title, says }) => {
        const [first = '', ...rest] = wrap(says, WIDTH - width - 4);
        return [`  ${title.padEnd(width)}  ${first}`, ...rest.map((line) => `${' '.repeat(width + 4)}${line}`)];
    });
    return [usage, '', `${sentence(summary)}`, '', ...lines, ...(notes === undefined ? [] : ['', notes])].join('\n');
}

function sentence(text: string): string {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function wrap(text: string, width: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + word.length + 1 > width) {
            lines.push(line);
            line = word;
        } else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line];
}
