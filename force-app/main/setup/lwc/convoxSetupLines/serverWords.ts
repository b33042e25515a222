import { isTimeZone, serverCode } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';
import { partsOf } from './pastedWords.ts';

/** Name, time zone, code, what it supports, and dialect of a server. */
export type ServerWords = Readonly<Record<'first' | 'second' | 'third' | 'fourth' | 'fifth', string>>;

interface KnownServers {
    /** Names in small letters. */
    readonly servers: ReadonlySet<string>;
    readonly hasDefault: boolean;
}

/** What a server speaks whose line does not say. It knows nothing of what agents ask for. */
const SHEET = 'sheet';
const DIALECTS = [SHEET, 'webService', 'rest'];

/** Each is shown together with the other only. */
const PAIRS: readonly (readonly [one: string, other: string])[] = [
    ['Hold', 'Resume'],
    ['Resume', 'Hold'],
    ['Mute', 'Unmute'],
    ['Unmute', 'Mute']
];

/** Why no server can be made of them; '' when one can. */
export function serverProblem(words: ServerWords, known: KnownServers): string {
    return namingProblem(words, known) || dialectProblem(words) || pairProblem(partsOf(words.fourth));
}

/** The default server may have a code; every other one needs one. */
function namingProblem({ first: name, second: timeZone, third: code }: ServerWords, known: KnownServers): string {
    if (known.servers.has(name.toLowerCase())) {
        return fillIn(labels.exists, name);
    }
    if (timeZone && !isTimeZone(timeZone)) {
        return fillIn(labels.notZone, timeZone);
    }
    return (code ? !serverCode.test(code) : known.hasDefault) ? fillIn(labels.notCode, code || name) : '';
}

function dialectProblem({ fourth: supports, fifth }: ServerWords): string {
    const dialect = dialectOf(fifth || SHEET);
    if (dialect === undefined) {
        return fillIn(labels.notDialect, fifth);
    }
    return supports && dialect === SHEET ? fillIn(labels.needsDialect, supports) : '';
}

/** What could not be ended again is offered to nobody. */
function pairProblem(supports: readonly string[]): string {
    const [alone, other] = PAIRS.find(([one, both]) => supports.includes(one) && !supports.includes(both)) ?? [];
    return alone && other ? fillIn(labels.alone, alone, other) : '';
}

export function dialectOf(word: string): string | undefined {
    return DIALECTS.find((dialect) => dialect.toLowerCase() === word.toLowerCase());
}
