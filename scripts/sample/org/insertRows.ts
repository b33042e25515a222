import type { Org } from '../../local/org/org.ts';
import type { FieldValues } from '../../local/org/records.ts';

/** What the seed writes to. */
export type SeededOrg = Pick<Org, 'store' | 'users'>;

/**
 * Creates rows as the administrator, and returns their ids.
 * @throws when the org refuses a row, naming the object and what is wrong
 */
export function insertRows({ store, users }: SeededOrg, object: string, rows: readonly FieldValues[]): string[] {
    return store.create(object, rows, users.admin).map((result, index) => {
        if (!result.success) {
            const problems = result.errors.map((error) => `${error.statusCode}: ${error.message}`).join('; ');
            throw new Error(`The sample ${object} ${JSON.stringify(rows[index])} was refused: ${problems}`);
        }
        return result.id;
    });
}
