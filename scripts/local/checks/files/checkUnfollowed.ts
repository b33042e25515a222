import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { everyElement } from '../../metadata/xml.ts';

/** Elements that name something else, by type, and that no check of this folder follows. */
const UNFOLLOWED: Readonly<Record<string, readonly string[]>> = {
    CustomApplication: ['logo', 'profileActionOverrides', 'subscriberTabs'],
    CustomField: ['controllingField', 'lookupFilter', 'summarizedField', 'summaryForeignKey', 'valueSetName'],
    CustomObject: ['actionOverrides', 'businessProcesses', 'fieldSets', 'indexes', 'recordTypes', 'webLinks'],
    CustomTab: ['auraComponent', 'lwcComponent', 'page', 'scontrol', 'splashPageLink'],
    FlexiPage: ['parentFlexiPage'],
    Flow: ['apexPluginCalls', 'screens', 'sourceTemplate', 'waits'],
    Layout: [
        'customButtons',
        'feedLayout',
        'miniLayout',
        'multilineLayoutFields',
        'quickActionList',
        'relatedContent',
        'sortField'
    ],
    ListView: ['division', 'queue', 'sharedTo'],
    PermissionSet: [
        'classAccesses',
        'customMetadataTypeAccesses',
        'customSettingAccesses',
        'externalDataSourceAccesses',
        'recordTypeVisibilities'
    ],
    QuickAction: ['fieldOverrides', 'flowDefinition', 'page', 'quickActionLayout', 'targetObject', 'targetRecordType']
};

/** Kinds of actions that a flow may take; checkCallouts and checkNotifications follow them. */
const ACTION_TYPES = new Set(['externalService', 'customNotificationAction']);

/** What names something is followed to it, here or by another check; a kind of reference that is new says so. */
export function checkUnfollowed(project: Project): Finding[] {
    return project.components.flatMap(({ file, kind, root }) => {
        const unfollowed = UNFOLLOWED[kind.root] ?? [];
        return [...everyElement(root)]
            .flatMap(({ name, text, line }) => {
                if (unfollowed.includes(name)) {
                    return [{ thing: `<${name}>`, line }];
                }
                const isOtherAction = kind.root === 'Flow' && name === 'actionType' && !ACTION_TYPES.has(text);
                return isOtherAction ? [{ thing: `the action type ${text}`, line }] : [];
            })
            .map(({ thing, line }) => ({
                file: `${file}:${line}`,
                what: `Nobody checks where ${thing} leads`,
                mend: 'Write a check that follows it, then take it out of the table in checkUnfollowed.ts.'
            }));
    });
}
