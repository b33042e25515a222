import { z } from 'zod';
import type { RecordAction } from '../composition.ts';
import { findMetadata, readMetadata, text } from './xml.ts';

const QuickAction = z.object({
    actionSubtype: text.optional(),
    label: text,
    lightningWebComponent: text.optional(),
    type: text
});

/** Reads the actions that run a component of the package, by object. */
export function readQuickActions(forceApp: string): Record<string, RecordAction[]> {
    const actions: Record<string, RecordAction[]> = {};
    for (const { name, path } of findMetadata(forceApp, 'quickActions', 'quickAction')) {
        const [objectApiName = '', action] = name.split('.');
        const { label, lightningWebComponent, actionSubtype } = readMetadata(path, 'QuickAction', QuickAction);
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
