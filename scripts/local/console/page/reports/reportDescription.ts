import * as z from 'zod/mini';

const Column = z.object({
    label: z.string(),
    filterValues: z.array(z.object({ label: z.string(), name: z.string() }))
});

/** What the console reads of a report's description: how the columns of its type are called. */
const ReportDescription = z.object({
    reportTypeMetadata: z.object({
        categories: z.array(z.object({ columns: z.record(z.string(), Column) }))
    })
});

/** Columns that a report may name, by their names in the API. */
export type DescribedColumns = ReadonlyMap<string, z.infer<typeof Column>>;

/** @throws when the org sent something else */
export function readDescribedColumns(content: unknown): DescribedColumns {
    const { categories } = z.parse(ReportDescription, content).reportTypeMetadata;
    return new Map(categories.flatMap(({ columns }) => Object.entries(columns)));
}
