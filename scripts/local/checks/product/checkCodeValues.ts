import { bundlesOf } from '../read/bundles.ts';
import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { modelOf, valuesOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';

/** A field with a text beside it: `Status__c: 'Created'`, `State__c: { eq: "Open" }`, `[FIELD.Status__c]: 'Open'`. */
const VALUE = /\b(\w+__c)\]?:\s*(?:\{\s*(?:eq|ne|like)\s*:\s*)?(['"])([^'"]*)\2/g;
const VALUES = /\b(\w+__c):\s*\{\s*n?in\s*:\s*\[([^\]]*)\]/g;

/** Picklist values that components write or ask for are values of a picklist with that name. */
export function checkCodeValues(project: Project): Finding[] {
    const model = modelOf(project);
    return bundlesOf(project).flatMap(({ folder, files }) =>
        [...files]
            .filter(([name]) => name.endsWith('.ts'))
            .flatMap(([name, code]) =>
                writtenValues(code).flatMap(({ field, value, line }) => {
                    const allowed = valuesNamed(model, field);
                    return value === '' || allowed.length === 0 || allowed.includes(value)
                        ? []
                        : [
                              {
                                  file: `${folder}/${name}:${line}`,
                                  what: `"${value}" is no value of ${field}`,
                                  mend: `Use one of ${allowed.join(', ')}.`
                              }
                          ];
                })
            )
    );
}

interface WrittenValue {
    readonly field: string;
    readonly value: string;
    readonly line: number;
}

function writtenValues(code: string): WrittenValue[] {
    const line = (index: number): number => code.slice(0, index).split('\n').length;
    return [
        ...[...code.matchAll(VALUE)].map(({ 1: field = '', 3: value = '', index }) => ({
            field,
            value,
            line: line(index)
        })),
        ...[...code.matchAll(VALUES)].flatMap(({ 1: field = '', 2: list = '', index }) =>
            [...list.matchAll(/(['"])([^'"]*)\1/g)].map(({ 2: value = '' }) => ({ field, value, line: line(index) }))
        )
    ];
}

/** Values of every picklist of this name, whatever its object; code does not always say which it means. */
function valuesNamed(model: PackageModel, field: string): string[] {
    return [...model.values()].flatMap(({ fields }) => valuesOf(fields.get(field)));
}
