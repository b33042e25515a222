import type { FlowDefinition, GetElement } from '../../metadata/flows/definition.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { everyElement } from '../../metadata/xml.ts';

/** A name that a flow uses, and where. `$Record.Status__c`, `Get_the_command.Type__c`, `agentAsUser`. */
export interface FlowReference {
    readonly path: string;
    readonly line: number;
}

const REFERRING =
    /^(assignToReference|collectionReference|elementReference|inputReference|leftValueReference|outputReference)$/;
const MERGE_FIELD = /\{!([^}]+)\}/g;

/** Every reference of a flow: by element, and by merge field in formulas and texts. */
export function referencesOf(flow: XmlElement): FlowReference[] {
    return [...everyElement(flow)].flatMap(({ name, text, line }) => [
        ...(REFERRING.test(name) ? [{ path: text, line }] : []),
        ...[...text.matchAll(MERGE_FIELD)].map(([, path = '']) => ({ path, line }))
    ]);
}

/** What a reference asks of a record that was read without it; undefined where nothing is missing. */
export function unreadField(path: string, { elements }: FlowDefinition): string | undefined {
    const [source = '', ...rest] = path.split('.');
    const field = rest.join('.');
    const element = elements.get(source);
    const gets = getsInto(element?.kind === 'loop' ? element.collection : source, elements);
    const isRead = gets.every(({ fields }) => fields.length === 0 || fields.includes(field));
    return field === '' || field === 'Id' || isRead
        ? undefined
        : `${source} does not read ${field}, so it is always empty`;
}

/** The Gets whose results a name holds: one by its own name, or all that fill a variable. */
function getsInto(name: string, elements: FlowDefinition['elements']): GetElement[] {
    return [...elements.values()].flatMap((element) =>
        element.kind === 'get' && (element.outputReference ?? element.name) === name ? [element] : []
    );
}
