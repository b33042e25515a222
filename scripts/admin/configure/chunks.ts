import { soqlText } from '../org/rows.ts';

/** SOQL takes so long a text only. */
const NAMES_A_QUERY = 200;

/** The rows of a query over a list of texts, of as many queries as the list needs. */
export async function inChunks<Row>(names: readonly string[], query: (list: string) => Promise<Row[]>): Promise<Row[]> {
    const rows: Row[] = [];
    for (let start = 0; start < names.length; start += NAMES_A_QUERY) {
        rows.push(
            ...(await query(
                names
                    .slice(start, start + NAMES_A_QUERY)
                    .map(soqlText)
                    .join(', ')
            ))
        );
    }
    return rows;
}
