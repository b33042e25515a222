import { composition } from '../../platform/session.ts';

const STANDARD = new Set([
    'account',
    'contact',
    'lead',
    'case',
    'opportunity',
    'user',
    'task',
    'event',
    'campaign',
    'report',
    'dashboard'
]);

/** `category:name` of the icon that stands for an object's records. */
export function iconOf(objectApiName: string): string {
    const lower = objectApiName.toLowerCase();
    return composition.tabIcons[objectApiName] ?? (STANDARD.has(lower) ? `standard:${lower}` : 'standard:record');
}
