import { existsSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import { AdminError } from '../cli/command.ts';
import type { Config } from './configSchema.ts';
import { configSchema } from './configSchema.ts';

export type Path = readonly (string | number)[];

/** Something wrong with one place of the configuration. */
export interface Problem {
    readonly path: Path;
    readonly message: string;
}

export interface ConfigFile {
    readonly config: Config;
    /** Throws AdminError that names line and path of every problem; nothing when there is none. */
    refuse(problems: readonly Problem[]): void;
}

/** Reads the YAML file. Throws AdminError with every mistake, its line and its path. */
export function readConfigFile(file: string): ConfigFile {
    if (!existsSync(file)) {
        throw new AdminError(`There is no file ${file}.`, ['config/convox.sample.yaml is a sample to start from.']);
    }
    return parseConfig(readFileSync(file, 'utf8'), file);
}

export function parseConfig(text: string, file: string): ConfigFile {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const [first] = document.errors;
    if (first) {
        throw new AdminError(`${file} is no YAML that can be read:`, [
            ...document.errors.map(({ message }) => message.split('\n')[0] ?? message)
        ]);
    }
    const refuse = (problems: readonly Problem[]): void => {
        if (problems.length > 0) {
            throw new AdminError(
                `${file} has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}. Nothing was changed.`,
                problems.map((problem) => describe(problem, lineOf(document, lines, problem.path)))
            );
        }
    };
    const content: unknown = document.toJS() ?? {};
    const parsed = configSchema.safeParse(content, { reportInput: true });
    if (!parsed.success) {
        refuse(parsed.error.issues.flatMap(problemsOf));
        throw new Error('The schema refused a file without saying why');
    }
    return { config: parsed.data, refuse };
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({ path: [...path, key], message: 'is not known here' }));
    }
    return [{ path, message: issue.code === 'invalid_type' ? wrongType(issue) : issue.message }];
}

function wrongType({ expected, input }: z.core.$ZodIssueInvalidType): string {
    return input === undefined ? 'is missing' : `has to be ${article(expected)}`;
}

function article(type: string): string {
    const names: Readonly<Record<string, string>> = {
        string: 'a text',
        number: 'a number',
        boolean: 'true or false',
        array: 'a list',
        object: 'a group of settings',
        record: 'a group of settings'
    };
    return names[type] ?? type;
}

/** The line of the value, or of the nearest thing around it when the value is what is missing. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
        const node: unknown = document.getIn(path.slice(0, length), true);
        const range = z.object({ range: z.tuple([z.number(), z.number(), z.number()]) }).safeParse(node);
        if (range.success) {
            return lines.linePos(range.data.range[0]).line;
        }
    }
    return 1;
}

function describe({ path, message }: Problem, line: number): string {
    const place = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`))
        .join('');
    return `line ${line}: ${place === '' ? 'the file' : place} ${message}`;
}
