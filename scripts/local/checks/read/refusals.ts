import type { MetadataError, Refuse } from '../../metadata/readMetadata.ts';
import type { Finding } from '../finding.ts';

/** What a reader of the local org refuses, as findings. */
export function refusalsOf(read: (refuse: Refuse) => void): Finding[] {
    const found: Finding[] = [];
    read((error) => found.push(findingOf(error)));
    return found;
}

export function findingOf({ place, problem }: MetadataError): Finding {
    return { file: place, what: problem, mend: 'Correct it: the local org does not start with it.' };
}
