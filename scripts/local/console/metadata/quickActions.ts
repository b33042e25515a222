import { z } from 'zod';
import type { RecordAction } from '../composition.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { readMetadata, text } from './xml.ts';

const QuickAction = z.object({
    actionSubtype: text.optional(),
    label: text,
    lightningWebComponent: text.optional(),
    type: text
});

/** Reads the actions that run a component of the package, by object. */
export function readQuickActions(forceApp: string): Record<string, RecordAction[]> {
    const actions: Record<string, RecordAction[]> = {};
    for (const { name, file } of metadataFiles(forceApp, '.quickAction-meta.xml')) {
        const [objectApiName = '', action] = name.split('.');
        const { label, lightningWebComponent, actionSubtype } = readMetadata(file, 'QuickAction', QuickAction);
        if (action && lightningWebComponent) {
            (actions[objectApiName] ??= []).push({
                name,
                label,
                component: lightningWebComponent,
                hasScreen: actionSubtype !== 'Action'
            });
        }
    }
    return actions;
}
