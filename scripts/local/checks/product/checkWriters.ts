import { CALL_OBJECT, callFieldsFromStatus, popFields } from '#call-record';
import { mergeSayings, daysOnServer } from '#contract';
import type { CallStatus } from '#contract';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { modelOf } from '../read/packageModel.ts';
import { permissionSetsOf } from '../read/roles.ts';
import { componentsOf } from '../read/project.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

const INSTANT = '2026-01-01T00:00:00.000Z';

// Nothing is left blank, so that every field a call status can fill is filled.
const status: CallStatus = {
    mobileNumber: '9000000001',
    agentCode: 'AG_1',
    callMode: 'inbound',
    direction: 'Inbound',
    convoxStatus: 'Connected',
    connected: true,
    startedAt: INSTANT,
    durationSeconds: 1,
    queueName: 'Q',
    queueSeconds: 1,
    ringSeconds: 1,
    completedBy: 'Agent',
    followUpAt: INSTANT,
    station: '1',
    listId: '1',
    did: '1',
    convoxId: '1',
    callReference: 'R1',
    disposition: 'SALE',
    disposition2: 'A',
    disposition3: 'B',
    remarks: 'Said yes',
    dialerDisposition: 'ANSWERED',
    processName: 'P',
    recordingFile: 'a.wav',
    unknown: {},
    quality: ['startInFuture']
};

/**
 * Who writes a call must be allowed to: agents what a screen pop fills, the gateway what a call status fills. Of whoever
 * steals the gateway's login, nothing is to be had but that.
 */
export function checkWriters(project: Project): Finding[] {
    const receipt = { receivedAt: Date.parse(INSTANT), order: 0 };
    const earlier = { ...status, agentCode: 'AG_2' };
    const call = mergeSayings([
        { status: earlier, receipt },
        { status, receipt: { ...receipt, order: 1 } }
    ]);
    const statusFields = callFieldsFromStatus(call, INSTANT, '{}', daysOnServer(status, 'UTC'));
    return componentsOf(project, 'PermissionSet').flatMap((set) => {
        switch (set.name) {
            case 'ConVox_Agent':
                return missingRights(set, Object.values(popFields), project);
            case 'ConVox_Gateway':
                return [
                    ...missingRights(set, Object.keys(statusFields), project),
                    ...needlessRights(set, Object.keys(statusFields))
                ];
            default:
                return [];
        }
    });
}

function missingRights(set: Component, fields: readonly string[], project: Project): Finding[] {
    const call = modelOf(project).get(CALL_OBJECT);
    const granted = permissionSetsOf(project).find(({ name }) => name === set.name)?.fields;
    return fields
        .filter(
            (field) =>
                call?.fields.get(field)?.required !== true && granted?.get(`${CALL_OBJECT}.${field}`)?.editable !== true
        )
        .map((field) => ({
            file: set.file,
            what: `${set.name} may not write ${CALL_OBJECT}.${field}, yet does so on every call`,
            mend: 'Make the field editable in this permission set.'
        }));
}

function needlessRights(set: Component, fields: readonly string[]): Finding[] {
    const needed = new Set(fields.map((field) => `${CALL_OBJECT}.${field}`));
    return childrenOf(set.root, 'fieldPermissions')
        .filter((grant) => !needed.has(textOf(grant, 'field')))
        .map((grant) => ({
            file: `${set.file}:${grant.line}`,
            what: `${set.name} has ${textOf(grant, 'field')}, which no call status needs`,
            mend: 'Remove the grant.'
        }));
}
