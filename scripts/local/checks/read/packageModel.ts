import { schemaOf } from '../../metadata/objects/readSchema.ts';
import type { FieldSchema, ObjectSchema } from '../../metadata/objects/schema.ts';
import { findRelationship } from '../../metadata/objects/schema.ts';
import type { Finding } from '../finding.ts';
import type { Project } from './project.ts';
import { findingOf } from './refusals.ts';

/** The objects that the package's metadata can speak of: its own, and the standard ones the local org knows. */
export type PackageModel = ReadonlyMap<string, ObjectSchema>;

interface ReadModel {
    readonly objects: PackageModel;
    readonly problems: readonly Finding[];
}

const PARTS = new Set(['CompactLayout', 'CustomField', 'CustomObject', 'ValidationRule']);

const known = new WeakMap<Project, ReadModel>();

/** What of the project's objects can be read; only the part for person accounts may name what those bring. */
export function modelOf(project: Project): PackageModel {
    return readModel(project).objects;
}

/** What of the project's objects the local org would refuse. */
export function modelProblems(project: Project): readonly Finding[] {
    return readModel(project).problems;
}

/** Built once, since many checks ask. */
function readModel(project: Project): ReadModel {
    const model = known.get(project) ?? buildModel(project);
    known.set(project, model);
    return model;
}

function buildModel(project: Project): ReadModel {
    const parts = Map.groupBy(
        project.components.filter(({ kind }) => PARTS.has(kind.root)),
        ({ object, name }) => object || name
    );
    const problems: Finding[] = [];
    const { objects } = schemaOf(
        new Map([...parts].map(([name, components]) => [name, components.map(({ root }) => root)])),
        { personAccounts: true },
        (error) => problems.push(findingOf(error))
    );
    return { objects, problems };
}

/** A field by name, or along lookups: `Status__c`, `Server__r.Name`, `Owner.Name`. */
export function fieldAt(model: PackageModel, object: string, path: string): FieldSchema | undefined {
    const [first = '', ...rest] = path.split('.');
    const owner = model.get(object);
    if (!owner || rest.length === 0) {
        return owner?.fields.get(first);
    }
    const parents = findRelationship(owner, first)?.lookup?.objects ?? [];
    return fieldAt(model, parents.includes('User') ? 'User' : (parents[0] ?? ''), rest.join('.'));
}

/** API names of a picklist's values, none for other fields. */
export function valuesOf(field: FieldSchema | undefined): readonly string[] {
    return field?.picklist?.values.map(({ value }) => value) ?? [];
}
