import { isTimeZone } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';
import type { Enterable, ProcessFacts } from 'c/convoxSetupChecks';
import type { CreateRecordInput } from 'lightning/uiRecordApi';
import { labels } from './labels.ts';

/** Saved one after the other, each with a request of its own. */
export const MOST_LINES = 50;

/** A line that says something. */
export interface EnteredLine {
    /** From 1. */
    readonly number: number;
    readonly text: string;
    readonly words: readonly string[];
}

/** What lines may refer to. */
export interface Known {
    readonly processes: readonly ProcessFacts[];
    /** Ids of active users by username in small letters. */
    readonly users: ReadonlyMap<string, string>;
    readonly hasServer: boolean;
}

export type LineRecord = { readonly record: CreateRecordInput } | { readonly problem: string };

/** Lines as they are pasted, from a file or a sheet: words between commas, semicolons or tabs. */
export function readLines(text: string): EnteredLine[] {
    return text
        .split(/\r?\n/)
        .map((line, index) => ({
            number: index + 1,
            text: line,
            words: line.split(/[,;\t]/).map((word) => word.trim())
        }))
        .filter(({ words }) => words.some(Boolean));
}

/** The row that a line asks for, or why it cannot be made. */
export function recordOf(what: Enterable, line: EnteredLine, known: Known): LineRecord {
    const { first, second, third, fourth } = wordsOf(line);
    if (!first) {
        return { problem: fillIn(labels.missing, labels.first) };
    }
    if (what === 'servers') {
        return serverRecord(first, second, line.number === 1 && !known.hasServer);
    }
    if (what === 'processes') {
        return made('ConVox_Process__c', { Name: second || first, Process_Code__c: first });
    }
    return what === 'agents'
        ? agentRecord(first, second, known)
        : dispositionRecord(first, second, third, fourth, known);
}

function wordsOf({ words: [first = '', second = '', third = '', fourth = ''] }: EnteredLine) {
    return { first, second, third, fourth };
}

/** Lines that name one thing twice: saving both would make two of it. */
export function repeated(lines: readonly EnteredLine[], line: EnteredLine): boolean {
    const key = (one: EnteredLine): string => `${wordsOf(one).first} ${wordsOf(one).third}`.toLowerCase();
    return lines.some((other) => other.number < line.number && key(other) === key(line));
}

function made(apiName: string, fields: CreateRecordInput['fields']): LineRecord {
    return { record: { apiName, fields } };
}

function serverRecord(name: string, timeZone: string, isDefault: boolean): LineRecord {
    if (timeZone && !isTimeZone(timeZone)) {
        return { problem: fillIn(labels.notZone, timeZone) };
    }
    return made('ConVox_Server__c', {
        Name: name,
        Is_Default__c: isDefault,
        ...(timeZone && { Time_Zone__c: timeZone })
    });
}

function dispositionRecord(code: string, name: string, process: string, followUp: string, known: Known): LineRecord {
    if (!process) {
        return { problem: fillIn(labels.missing, labels.third) };
    }
    const owner = known.processes.find((one) => one.code.toLowerCase() === process.toLowerCase());
    if (owner === undefined) {
        return { problem: fillIn(labels.noProcess, process) };
    }
    return made('ConVox_Disposition__c', {
        Name: name || code,
        Code__c: code,
        Process__c: owner.id,
        Needs_Follow_Up__c: followUp.toUpperCase() === 'Y'
    });
}

function agentRecord(code: string, username: string, { users }: Known): LineRecord {
    const user = users.get(username.toLowerCase());
    if (user === undefined) {
        return { problem: username ? fillIn(labels.noUser, username) : fillIn(labels.missing, labels.second) };
    }
    return made('ConVox_Agent__c', { Name: code, Agent_Code__c: code, User__c: user });
}
