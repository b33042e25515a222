/** Batches whose marking was not answered, in this page: it never sends them, whatever the rows say of themselves. */
export const unsentBatches = new Set<string>();
