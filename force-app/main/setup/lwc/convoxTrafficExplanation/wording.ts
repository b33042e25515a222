import type { Generation } from './dialects.ts';
import type { Explanation, Meaning, NameAndText, UnderstoodName } from './explanation.ts';
import type { Confidence, MessageKind } from './messageKind.ts';
import { hiddenText } from './pastedSecrets.ts';
import type { Carrier } from './pastedTraffic.ts';
import type { SuspicionKey } from './suspicion.ts';

/** Words of the explanation itself. */
export type WordKey =
    | 'taken'
    | 'refused'
    | 'notRead'
    | 'convoxReads'
    | 'facts'
    | 'kind'
    | 'carrier'
    | 'dialect'
    | 'evidence'
    | 'server'
    | 'answered'
    | 'others'
    | 'suspicious'
    | 'whole'
    | 'missing'
    | 'required'
    | 'notSent'
    | 'understood'
    | 'unread'
    | 'hidden'
    | 'row'
    | 'noRow';

/** What a text says, for whoever has the texts: labels in the browser, their English in a terminal. */
export type TextKey =
    | `kind.${MessageKind}`
    | `carrier.${Carrier}`
    | `sure.${Confidence}`
    | `speech.${Generation}`
    | `meaning.${Meaning}`
    | `doubt.${SuspicionKey}`
    | `outcome.${NonNullable<Explanation['outcome']>}`
    | `word.${WordKey}`;

export interface Section {
    readonly key: WordKey;
    readonly heading: string;
    readonly lines: readonly NameAndText[];
}

/** An explanation in words. verdict: what it is and whether it would be taken, in one line. Sections without lines are left out. */
export interface Wording {
    readonly verdict: string;
    readonly sections: readonly Section[];
}

type TextOf = (key: TextKey) => string;

/** Puts an explanation into words, the same for a page and for a terminal. */
export function wordingOf(explanation: Explanation, text: TextOf): Wording {
    const sections: readonly (readonly [WordKey, readonly NameAndText[]])[] = [
        ['facts', factLines(explanation, text)],
        ['suspicious', suspicionLines(explanation, text)],
        ['missing', missingLines(explanation, text)],
        ['understood', explanation.understood.map((name) => understoodLine(name, text))],
        ['unread', explanation.unread],
        ['hidden', explanation.hidden.map((name) => ({ name, text: hiddenText }))],
        ['row', rowLines(explanation, text)]
    ];
    return {
        verdict: `${text(`kind.${explanation.kind.kind}`)}: ${verdictOf(explanation, text)}`,
        sections: sections
            .filter(([, lines]) => lines.length > 0)
            .map(([key, lines]) => ({ key, heading: text(`word.${key}`), lines }))
    };
}

/** What the gateway sends, and Salesforce therefore knows. */
const readByConvox: readonly MessageKind[] = ['gatewayCommand', 'token'];

function verdictOf({ isTaken, kind, outcome }: Explanation, text: TextOf): string {
    if (outcome !== undefined) {
        return text(`outcome.${outcome}`);
    }
    if (isTaken === undefined) {
        return text(readByConvox.includes(kind.kind) ? 'word.convoxReads' : 'word.notRead');
    }
    return text(isTaken ? 'word.taken' : 'word.refused');
}

function factLines({ carrier, kind, dialect, server, answered, others }: Explanation, text: TextOf): NameAndText[] {
    const lines: [WordKey, string][] = [
        ['kind', `${text(`kind.${kind.kind}`)} (${text(`sure.${kind.confidence}`)})`],
        [
            'dialect',
            dialect === undefined
                ? ''
                : `${text(`speech.${dialect.generation}`)} (${text(`sure.${dialect.confidence}`)})`
        ],
        ['evidence', (dialect?.evidence ?? []).join(', ')],
        ['carrier', text(`carrier.${carrier}`)],
        ['server', server],
        ['answered', answered],
        ['others', others > 0 ? String(others) : '']
    ];
    return lines.filter(([, fact]) => fact !== '').map(([key, fact]) => ({ name: text(`word.${key}`), text: fact }));
}

function suspicionLines({ suspicions }: Explanation, text: TextOf): NameAndText[] {
    return suspicions.map(({ key, name, code }) => ({
        name: name || text('word.whole'),
        text: `${text(`doubt.${key}`)}${code === undefined ? '' : ` (${code})`}`
    }));
}

function missingLines({ required, notSent }: Explanation, text: TextOf): NameAndText[] {
    const absent = notSent.length > 0 ? [{ name: notSent.join(', '), text: text('word.notSent') }] : [];
    return [...required.map((name) => ({ name, text: text('word.required') })), ...absent];
}

function understoodLine({ name, label, text: written, value, meaning }: UnderstoodName, text: TextOf): NameAndText {
    const understood = [value, meaning && text(`meaning.${meaning}`)].filter(Boolean).join(', ');
    return {
        name: name === label ? name : `${name} (${label})`,
        text: understood === '' ? written : `${written} → ${understood}`.trim()
    };
}

/** A push or a pop that is refused makes no row, and a command never does. */
function rowLines({ row, kind }: Explanation, text: TextOf): readonly NameAndText[] {
    const isUnknown = kind.kind === 'unknown';
    return row.length > 0 || isUnknown ? row : [{ name: 'ConVox_Call__c', text: text('word.noRow') }];
}
