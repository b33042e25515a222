import type { ExternalServices } from '../externalServices/externalServices.ts';
import { CalloutFault } from '../externalServices/externalServices.ts';
import type { RecordStore } from '../records.ts';
import type { BatchMember } from './batch.ts';
import { isCallout, isFind, isSave, nextGroup, refuseCallout, serveCallouts, serveFind, serveSave } from './batch.ts';
import { ElementFault } from './failures.ts';
import type { CalloutRequest, FlowResponse } from './request.ts';
import type { TransactionLimits } from './transactionLimits.ts';

/** Why a callout cannot be made at a certain point. */
export const NO_CALLOUT = {
    whileSaving:
        'Callouts are not supported while a record is being saved (Callout from triggers are currently not supported). ' +
        'Put the action on a path that runs asynchronously.',
    afterSave: 'You have uncommitted work pending. Please commit or rollback before calling out'
} as const;

/**
 * Runs a batch of interviews to their ends without ever waiting, as the save of a record demands. Interviews that have come
 * to the same element are served together, as one query or one statement.
 */
export function runBatchNow(
    members: readonly BatchMember[],
    store: RecordStore,
    limits: TransactionLimits,
    noCallout: string
): void {
    for (;;) {
        const find = nextGroup(members, isFind);
        if (find) {
            serveFind(find, store, limits);
            continue;
        }
        const callout = nextGroup(members, isCallout);
        if (callout) {
            refuseCallout(callout, noCallout);
            continue;
        }
        const save = nextGroup(members, isSave);
        if (!save) {
            return;
        }
        serveSave(save, store, limits);
    }
}

async function callOut(
    callouts: ExternalServices,
    request: CalloutRequest,
    limits: TransactionLimits
): Promise<FlowResponse> {
    const started = performance.now();
    try {
        limits.countCallout();
        return { kind: 'answered', outputs: await callouts.call(request.action, request.inputs, request.acting) };
    } catch (error) {
        if (error instanceof CalloutFault || error instanceof ElementFault) {
            return { kind: 'failed', error: new ElementFault(error.message) };
        }
        throw error;
    } finally {
        limits.addCalloutTime(performance.now() - started);
    }
}

/** Runs a batch up to its first save: queries are answered, callouts are made one after the other. */
export async function runBatchUntilSave(
    members: readonly BatchMember[],
    store: RecordStore,
    limits: TransactionLimits,
    callouts: ExternalServices
): Promise<void> {
    for (;;) {
        const find = nextGroup(members, isFind);
        if (find) {
            serveFind(find, store, limits);
            continue;
        }
        const callout = nextGroup(members, isCallout);
        if (!callout) {
            return;
        }
        await serveCallouts(callout, (request) => callOut(callouts, request, limits));
    }
}
