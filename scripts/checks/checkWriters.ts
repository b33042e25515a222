import { CALL_OBJECT, callFieldsFromStatus, popFields } from '#call-record';
import type { Finding } from './finding.ts';
import { fullCallStatus, INSTANT } from './fullCallStatus.ts';
import type { Component, Project } from './project.ts';
import { modelOf } from './packageModel.ts';
import { componentsOf } from './project.ts';
import { childrenOf, textOf } from './xmlElement.ts';

/** Who writes a call must be allowed to: agents what a screen pop fills, the gateway what a call status fills. */
export function checkWriters(project: Project): Finding[] {
    const statusFields = callFieldsFromStatus(fullCallStatus, INSTANT, '{}', 0);
    return componentsOf(project, 'PermissionSet').flatMap((set) => {
        switch (set.name) {
            case 'ConVox_Agent':
                return missingRights(set, Object.values(popFields), project);
            case 'ConVox_Gateway':
                return missingRights(set, Object.keys(statusFields), project);
            default:
                return [];
        }
    });
}

function missingRights(set: Component, fields: readonly string[], project: Project): Finding[] {
    const call = modelOf(project).get(CALL_OBJECT);
    const editable = new Set(
        childrenOf(set.root, 'fieldPermissions')
            .filter((grant) => textOf(grant, 'editable') === 'true')
            .map((grant) => textOf(grant, 'field'))
    );
    return fields
        .filter((field) => call?.fields.get(field)?.required !== true && !editable.has(`${CALL_OBJECT}.${field}`))
        .map((field) => ({
            file: set.file,
            what: `${set.name} may not write ${CALL_OBJECT}.${field}, yet does so on every call`,
            mend: 'Make the field editable in this permission set.'
        }));
}
