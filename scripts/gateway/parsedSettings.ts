import type { z } from 'zod';
import type { Variables } from './settingsFile.ts';

/**
 * Settings as a schema has them.
 * @throws Error that names every variable that is missing or wrong, one a line, without any value.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, environment: Variables): z.infer<Schema> {
    const parsed = schema.safeParse(environment);
    if (!parsed.success) {
        throw refusalOf(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
    }
    return parsed.data;
}

export function refusalOf(problems: readonly string[]): Error {
    return new Error(`These settings are missing or wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}
