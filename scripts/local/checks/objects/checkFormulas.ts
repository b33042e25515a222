import { checkFormula, FormulaError } from '../../metadata/formula/formula.ts';
import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf, valuesOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { textOf } from '../../metadata/xml.ts';

/** Bytes that a formula may have once an org has put the formulas of its formula fields into it. */
const LARGEST_COMPILED = 5000;

const PICKLIST_CALL = /ISPICKVAL\(\s*(?:PRIORVALUE\(\s*)?([\w.]+)\s*\)?\s*,\s*"([^"]*)"/g;
const TEXT_COMPARED = /TEXT\(\s*([\w.]+)\s*\)\s*(?:=|<>|!=)\s*"([^"]*)"/g;
const TEXT_CASE = /CASE\(\s*TEXT\(\s*([\w.]+)\s*\)\s*,([^)]*)\)/g;

/**
 * Formulas of fields and validation rules: they parse, use functions that the local org computes, name fields and
 * picklist values that exist, and stay small when formula fields within them are put in.
 */
export function checkFormulas(project: Project): Finding[] {
    const model = modelOf(project);
    const formulas = new Map(
        componentsOf(project, 'CustomField').map(({ object, name, root }) => [
            `${object}.${name}`,
            textOf(root, 'formula')
        ])
    );
    return [
        ...componentsOf(project, 'CustomField').flatMap((field) => [
            ...checkOne(field, textOf(field.root, 'formula'), model, formulas),
            ...checkOne(field, textOf(field.root, 'defaultValue'), model, formulas)
        ]),
        ...componentsOf(project, 'ValidationRule').flatMap((rule) =>
            checkOne(rule, textOf(rule.root, 'errorConditionFormula'), model, formulas)
        )
    ];
}

function checkOne(
    { file, object }: Component,
    formula: string,
    model: PackageModel,
    formulas: ReadonlyMap<string, string>
): Finding[] {
    if (formula === '') {
        return [];
    }
    let references: readonly string[];
    try {
        references = checkFormula(formula);
    } catch (error) {
        if (!(error instanceof FormulaError)) {
            throw error;
        }
        return [{ file, what: error.message, mend: 'Correct the formula.' }];
    }
    const size = compiledSize(object, formula, formulas);
    return [
        ...references
            .filter((path) => !path.startsWith('$') && !fieldAt(model, object, path))
            .map((path) => ({ file, what: `${object} has no field ${path}`, mend: 'Correct the formula.' })),
        ...wrongValues(object, formula, model).map(([path, value]) => ({
            file,
            what: `"${value}" is not in the picklist ${path}`,
            mend: 'Compare with a value that there is.'
        })),
        ...(size > LARGEST_COMPILED
            ? [{ file, what: `The formula is about ${size} bytes when compiled`, mend: `Use ${LARGEST_COMPILED}.` }]
            : [])
    ];
}

/** An estimate: the text of the formula with those of its formula fields put in, as often as they are used. */
function compiledSize(object: string, formula: string, formulas: ReadonlyMap<string, string>): number {
    const used = formula.match(/\b\w+__c\b/g) ?? [];
    return used.reduce((size, field) => {
        const inner = formulas.get(`${object}.${field}`) ?? '';
        return size + (inner === '' || inner === formula ? 0 : compiledSize(object, inner, formulas));
    }, Buffer.byteLength(formula));
}

/** Picklist fields with values they are compared to and do not have. */
function wrongValues(object: string, formula: string, model: PackageModel): [string, string][] {
    const compared = [
        ...[...formula.matchAll(PICKLIST_CALL), ...formula.matchAll(TEXT_COMPARED)].map(
            ([, path = '', value = '']): [string, string] => [path, value]
        ),
        ...[...formula.matchAll(TEXT_CASE)].flatMap(([, path = '', pairs = '']) =>
            caseValues(pairs).map((value): [string, string] => [path, value])
        )
    ];
    return compared.filter(([path, value]) => {
        const values = valuesOf(fieldAt(model, object, path));
        return value !== '' && values.length > 0 && !values.includes(value);
    });
}

/** What a CASE compares with: every second of its operands, the last one left out. */
function caseValues(operands: string): string[] {
    const parts = operands.split(',').map((part) => part.trim());
    return parts.slice(0, -1).flatMap((part, index) => (index % 2 === 0 ? [part.replace(/^"|"$/g, '')] : []));
}
