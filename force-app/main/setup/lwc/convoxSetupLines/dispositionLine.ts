import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';
import { made } from './lineRecord.ts';
import type { Known, LineRecord } from './lineRecord.ts';

const FOLLOW_UP: Readonly<Record<string, boolean | undefined>> = { '': false, N: false, NO: false, Y: true, YES: true };

/** Agents would see twice what a process has twice: one that was switched off is switched on. */
export function dispositionRecord(
    [code, name, process, followUp]: readonly [code: string, name: string, process: string, followUp: string],
    known: Known
): LineRecord {
    if (!process) {
        return { problem: fillIn(labels.missing, labels.third) };
    }
    const owner = known.processes.find((one) => one.code.toLowerCase() === process.toLowerCase());
    if (owner === undefined) {
        return { problem: fillIn(labels.noProcess, process) };
    }
    const needsFollowUp = FOLLOW_UP[followUp.toUpperCase()];
    if (needsFollowUp === undefined) {
        return { problem: fillIn(labels.neitherYesNorNo, followUp) };
    }
    const told = { Name: name || code, Needs_Follow_Up__c: needsFollowUp };
    const same = known.dispositions.filter((row) => row.processId === owner.id && row.code === code.toLowerCase());
    if (same.some(({ isActive }) => isActive)) {
        return { problem: fillIn(labels.exists, code) };
    }
    const [off] = same;
    return made(
        'ConVox_Disposition__c',
        { ...told, Code__c: code, Process__c: owner.id },
        off && { id: off.id, fields: { ...told, Is_Active__c: true }, question: fillIn(labels.switchedOff, code) }
    );
}
