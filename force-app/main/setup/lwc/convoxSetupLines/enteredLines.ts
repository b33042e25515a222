import { fillIn } from 'c/convoxText';
import type { Enterable } from 'c/convoxSetupChecks';
import type { CreateRecordInput } from 'lightning/uiRecordApi';
import { agentRecord } from './agentLine.ts';
import { atServer } from './atServer.ts';
import { callingHours } from './callingHours.ts';
import { dispositionRecord } from './dispositionLine.ts';
import { labels } from './labels.ts';
import { made } from './lineRecord.ts';
import type { Known, LineRecord } from './lineRecord.ts';
import { partsOf } from './pastedWords.ts';
import type { EnteredLine } from './pastedWords.ts';
import { dialectOf, serverProblem } from './serverWords.ts';
import type { ServerWords } from './serverWords.ts';

/** Saved one after the other, each with a request of its own. */
export const MOST_LINES = 50;

/** How many words a line may have. */
const MOST_WORDS: Readonly<Record<Enterable, number>> = { servers: 5, processes: 5, dispositions: 4, agents: 2 };

/** The row that a line asks for, or why it cannot be made. */
export function recordOf(what: Enterable, line: EnteredLine, known: Known): LineRecord {
    const { first, second, third, fourth } = wordsOf(line);
    if (line.isUnclosed) {
        return { problem: labels.unclosed };
    }
    const extra = line.words.slice(MOST_WORDS[what]).find(Boolean) ?? '';
    if (!first || extra) {
        return { problem: first ? fillIn(labels.extra, extra) : fillIn(labels.missing, labels.first) };
    }
    if (what === 'servers') {
        return serverRecord(wordsOf(line), known);
    }
    if (what === 'processes') {
        return withHours(processRecord(first, second, third, known), wordsOf(line));
    }
    return what === 'agents'
        ? agentRecord(first, second, known)
        : dispositionRecord([first, second, third, fourth], known);
}

function wordsOf({ words: [first = '', second = '', third = '', fourth = '', fifth = ''] }: EnteredLine) {
    return { first, second, third, fourth, fifth };
}

/** Lines that name one thing twice: saving both would make two of it. */
export function repeated(lines: readonly EnteredLine[], line: EnteredLine): boolean {
    const key = (one: EnteredLine): string => `${wordsOf(one).first} ${wordsOf(one).third}`.toLowerCase();
    return lines.some((other) => other.number < line.number && key(other) === key(line));
}

/** What lines may refer to once this one is saved. */
export function withSaved(known: Known, { apiName, fields: { Name: name } }: CreateRecordInput): Known {
    return apiName === 'ConVox_Server__c'
        ? { ...known, hasDefault: true, servers: new Set([...known.servers, String(name).toLowerCase()]) }
        : known;
}

function serverRecord(words: ServerWords, known: Known): LineRecord {
    const { first: name, second: timeZone, third: code, fourth: supports, fifth } = words;
    const problem = serverProblem(words, known);
    return problem
        ? { problem }
        : made('ConVox_Server__c', {
              Name: name,
              Is_Default__c: !known.hasDefault,
              ...(timeZone && { Time_Zone__c: timeZone }),
              ...(code && { Code__c: code }),
              ...(supports && { Supports__c: partsOf(supports).join(', ') }),
              ...(fifth && { Dialect__c: dialectOf(fifth) ?? '' })
          });
}

function processRecord(code: string, name: string, breaksWord: string, known: Known): LineRecord {
    const breaks = partsOf(breaksWord).join(', ');
    const own = atServer(code, known.codes);
    if (own === undefined) {
        return { problem: fillIn(labels.noServer, code) };
    }
    return made('ConVox_Process__c', {
        Name: name || own.name,
        Process_Code__c: own.name,
        ...own.server,
        ...(breaks && { Break_Names__c: breaks })
    });
}

function withHours(process: LineRecord, { fourth, fifth }: ServerWords): LineRecord {
    const hours = callingHours(fourth, fifth);
    if ('problem' in process || 'problem' in hours) {
        return 'problem' in hours ? hours : process;
    }
    const { apiName, fields } = process.record;
    return made(apiName, { ...fields, ...hours.fields });
}
