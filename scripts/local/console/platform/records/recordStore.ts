import { askOrg } from '../org/orgRequest.ts';
import type { OrgAnswer } from '../org/orgRequest.ts';
import type { Stop } from '../wires/wireAdapter.ts';
import { LiveQueries } from './liveQuery.ts';

/** Which record changed; the object is absent when only the id is known. */
export interface RecordChange {
    readonly objectApiName?: string;
    readonly id: string;
}

const queries = new LiveQueries();
const changeListeners = new Set<(change: RecordChange) => void>();

function keyOf(ids: readonly string[], fields: readonly string[], optionalFields: readonly string[]): string {
    return [ids.join(','), fields.join(','), optionalFields.join(',')].join('|');
}

function pathOf(ids: readonly string[], fields: readonly string[], optionalFields: readonly string[]): string {
    const query = new URLSearchParams();
    if (fields.length > 0) {
        query.set('fields', fields.join(','));
    }
    if (optionalFields.length > 0) {
        query.set('optionalFields', optionalFields.join(','));
    }
    const records = ids.length === 1 ? `/ui-api/records/${ids[0]}` : `/ui-api/records/batch/${ids.join(',')}`;
    return `${records}?${query.toString()}`;
}

/** Listens to records with these fields; hears again when one of them changed. */
export function listenToRecords(
    ids: readonly string[],
    fields: readonly string[],
    optionalFields: readonly string[],
    listener: (answer: OrgAnswer) => void
): Stop {
    return queries.listen(
        keyOf(ids, fields, optionalFields),
        () => askOrg(pathOf(ids, fields, optionalFields)),
        listener
    );
}

/** Everyone who shows one of these records asks the org again. Resolves when they have the answers. */
export async function recordsChanged(changes: readonly RecordChange[]): Promise<void> {
    const ids = new Set(changes.map(({ id }) => id));
    for (const listener of [...changeListeners]) {
        changes.forEach(listener);
    }
    await queries.refresh((key) => (key.split('|')[0] ?? '').split(',').some((id) => ids.has(id)));
}

/** Hears of every record that this page wrote, or was told about: lists show it without a reload. */
export function onRecordChange(listener: (change: RecordChange) => void): Stop {
    changeListeners.add(listener);
    return () => changeListeners.delete(listener);
}
