import { looseObject, optional, record, safeParse, string, unknown } from 'zod/mini';
import { parseJson } from '../../../node/parseJson.ts';
import { SCRATCH_DEFINITION } from '../read/project.ts';
import type { Project } from '../read/project.ts';

const Definition = looseObject({ settings: optional(record(string(), record(string(), unknown()))) });

/** A group of settings of the scratch org that the package is built in; empty where there is none. */
export function scratchSettings(
    project: Project,
    group: string
): { readonly file: string; readonly settings: Readonly<Record<string, unknown>> } {
    const parsed = safeParse(Definition, parseJson(project.files.get(SCRATCH_DEFINITION) ?? ''));
    return { file: SCRATCH_DEFINITION, settings: (parsed.success && parsed.data.settings?.[group]) || {} };
}
