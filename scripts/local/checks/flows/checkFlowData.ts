import type { FlowDefinition, FlowElement } from '../../metadata/flows/definition.ts';
import type { FilterSet, NamedSource, ValueSource } from '../../metadata/flows/valueSources.ts';
import { objectBehind } from '../../org/flows/checkReference.ts';
import type { Finding } from '../finding.ts';
import { referencesOf, unreadField } from '../read/flowReferences.ts';
import { flowsOf } from '../read/flows.ts';
import { modelOf, valuesOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';

/** The local org takes every flow; what flows ask of records was read, and picklist values that they name exist. */
export function checkFlowData(project: Project): Finding[] {
    const { flows, problems } = flowsOf(project);
    const roots = new Map(componentsOf(project, 'Flow').map(({ name, root }) => [name, root]));
    return [
        ...problems,
        ...flows.flatMap((flow) => {
            const root = roots.get(flow.name);
            return [...(root ? referencesOf(root) : [])].flatMap(({ path, line }) => {
                const what = unreadField(path, flow);
                return what === undefined ? [] : [{ file: `${flow.file}:${line}`, what, mend: 'Read the field.' }];
            });
        }),
        ...flows.flatMap((flow) => unknownValues(flow, project))
    ];
}

/** A value that a field of an object is compared with, or given. */
interface GivenValue {
    readonly object: string | null | undefined;
    readonly field: string;
    readonly line: number;
    readonly source: ValueSource | undefined;
}

function unknownValues(flow: FlowDefinition, project: Project): Finding[] {
    const model = modelOf(project);
    const { schedule, trigger } = flow.start;
    return [
        ...(trigger ? filtered(trigger.object, trigger.entry) : []),
        ...(schedule?.records ? filtered(schedule.records.object, schedule.records) : []),
        ...[...flow.elements.values()].flatMap((element) => valuesOfElement(element, flow))
    ].flatMap(({ object, field, line, source }) => {
        const allowed = valuesOf(model.get(object ?? '')?.fields.get(field));
        return source?.kind !== 'text' || allowed.length === 0 || allowed.includes(source.template)
            ? []
            : [
                  {
                      file: `${flow.file}:${line}`,
                      what: `"${source.template}" is not in the picklist`,
                      mend: `Use one of ${allowed.join(', ')}.`
                  }
              ];
    });
}

function valuesOfElement(element: FlowElement, flow: FlowDefinition): GivenValue[] {
    const rules = element.kind === 'decision' ? element.rules : [];
    return [
        ...rules
            .flatMap(({ conditions }) => conditions)
            .map(({ left, line, right }) => {
                const [source = '', ...path] = left.split('.');
                return { object: objectBehind(flow, source), field: path.join('.'), line, source: right };
            }),
        ...('filters' in element ? filtered(element.object, element) : []),
        ...('values' in element ? set(element.object, element.values) : [])
    ];
}

function filtered(object: string | undefined, { filters }: Pick<FilterSet, 'filters'>): GivenValue[] {
    return filters.map(({ field, line, value }) => ({ object, field, line, source: value }));
}

function set(object: string | undefined, values: readonly NamedSource[]): GivenValue[] {
    return values.map(({ name, line, source }) => ({ object, field: name, line, source }));
}
