import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTimeZone, isTimeZone, normaliseName } from '#contract';
import { explainTraffic, wordingOf } from '#traffic-explanation';
import type { Explanation, TextKey } from '#traffic-explanation';
import type { ExtraField } from './extraFields/extraField.ts';

/** The page in Salesforce says the same in the same words. */
const LABELS = join(import.meta.dirname, '../../force-app/main/setup/labels/CustomLabels.labels-meta.xml');

export interface ExplainOptions {
    readonly zone?: string | undefined;
    readonly prefix?: string | undefined;
    /** What the settings have fields of the call for. */
    readonly extraFields?: readonly ExtraField[];
}

/**
 * Prints what a message from or to ConVox says: an address, a form, JSON, a curl line, a line of an access log.
 * @throws Error for nothing, and for a zone that is none
 */
export function explain(pasted: string, options: ExplainOptions, print: (line: string) => void): void {
    const { zone = defaultTimeZone, prefix = '', extraFields = [] } = options;
    if (!isTimeZone(zone)) {
        throw new Error(`"${zone}" is no time zone such as ${defaultTimeZone}`);
    }
    if (pasted.trim() === '') {
        throw new Error('Give the message, or write it to standard input');
    }
    const labels = readLabels();
    const explanation = explainTraffic(pasted, { timeZone: zone, dialPrefix: prefix, now: new Date() });
    const extras = explanation.kind.kind === 'callStatus' ? extrasIn(explanation.unread, extraFields) : [];
    const unread = explanation.unread.filter(({ name }) => !extras.some((extra) => extra.name === name));
    const { verdict, sections } = wordingOf({ ...explanation, unread }, (key) => labels.get(labelOf(key)) ?? key);
    print(verdict);
    for (const { heading, lines } of sections) {
        print(`\n${heading}`);
        lines.forEach(({ name, text }) => print(`  ${name}: ${text}`));
    }
    if (extras.length > 0) {
        print('\nFields of your own, where the value fits the type that Salesforce has for them');
        extras.forEach(({ name, text, field, server }) =>
            print(`  ${field}: ${text}, of ${name}${server === undefined ? '' : ` at the server ${server}`}`)
        );
    }
}

type NameAndText = Explanation['unread'][number];

/** What would go into extra fields, of whichever server sends it. */
function extrasIn(
    unread: readonly NameAndText[],
    extraFields: readonly ExtraField[]
): (NameAndText & Pick<ExtraField, 'field' | 'server'>)[] {
    return unread.flatMap((said) =>
        extraFields
            .filter(({ parameter }) => normaliseName(parameter) === normaliseName(said.name))
            .map(({ field, server }) => ({ ...said, field, ...(server !== undefined && { server }) }))
    );
}

/** `doubt.notUtf8` is the label ConVox_Traffic_Doubt_Not_Utf8. */
function labelOf(key: TextKey): string {
    const words = key
        .replaceAll(/[a-z](?=[A-Z])/g, '$&_')
        .split(/[._]/)
        .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
    return ['ConVox_Traffic', ...words].join('_');
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function readLabels(): ReadonlyMap<string, string> {
    const label = /<fullName>(.*?)<\/fullName>[^]*?<value>([^]*?)<\/value>/g;
    return new Map(
        Array.from(readFileSync(LABELS, 'utf8').matchAll(label), ([, name = '', value = '']) => [
            name,
            value.replaceAll(/&(\w+);/g, (sign, code: string) => SIGNS[code] ?? sign)
        ])
    );
}
