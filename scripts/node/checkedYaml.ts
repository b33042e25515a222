import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';

export type Path = readonly (string | number)[];

/** Something wrong with one place of a file. */
export interface Problem {
    readonly path: Path;
    readonly message: string;
}

/** `describe` names line and path of a problem. */
export type CheckedYaml<Value> =
    | { readonly ok: true; readonly value: Value; readonly describe: (problem: Problem) => string }
    /** `isYaml`: the file can be read, but says something wrong. */
    | { readonly ok: false; readonly isYaml: boolean; readonly mistakes: readonly string[] };

/**
 * Reads YAML by a schema: every mistake comes with its line and its path.
 * @param beyond what is wrong beyond the schema. It is asked of any content, so that a mistake in one place hides none in
 * another; a place that the schema finds wrong is told once.
 */
export function readYaml<Schema extends z.ZodType>(
    text: string,
    schema: Schema,
    beyond: (content: unknown) => readonly Problem[] = () => []
): CheckedYaml<z.infer<Schema>> {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    if (document.errors.length > 0) {
        const mistakes = document.errors.map(({ message }) => message.split('\n')[0] ?? message);
        return { ok: false, isYaml: false, mistakes };
    }
    const describe = (problem: Problem): string => description(problem, lineOf(document, lines, problem.path));
    const content: unknown = document.toJS() ?? {};
    const parsed = schema.safeParse(content, { reportInput: true });
    const ofSchema = parsed.success ? [] : parsed.error.issues.flatMap(problemsOf);
    const others = beyond(content).filter(({ path }) => !ofSchema.some((told) => isPart(path, told.path)));
    return parsed.success && others.length === 0
        ? { ok: true, value: parsed.data, describe }
        : { ok: false, isYaml: true, mistakes: [...ofSchema, ...others].map(describe) };
}

/** Whether a path is that of a whole, or of a part of it. */
function isPart(path: Path, whole: Path): boolean {
    return whole.every((key, index) => path[index] === key);
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

function description({ path, message }: Problem, line: number): string {
    const place = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`))
        .join('');
    return `line ${line}: ${place === '' ? 'the file' : place} ${message}`;
}
