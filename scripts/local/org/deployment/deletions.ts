import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf } from '../../metadata/xml.ts';
import { requiredTextOf } from '../../metadata/readMetadata.ts';
import type { ToolingStore } from '../tooling/toolingStore.ts';
import type { Component } from './heldMetadata.ts';

export interface JudgedDeletion extends Component {
    /** Why the org does not delete it. */
    readonly problem?: string;
}

/** What an org says of a list of components that it is to delete: flows are deleted version by version, and not while active. */
export function judgeDeletions(
    manifest: XmlElement,
    held: readonly Component[],
    tooling: Pick<ToolingStore, 'flowVersions'>
): JudgedDeletion[] {
    const known = new Set(held.map(keyOf));
    const versions = tooling.flowVersions();
    return childrenOf(manifest, 'types').flatMap((types) => {
        const type = requiredTextOf(types, 'name');
        return childrenOf(types, 'members').map(({ text: fullName }) => {
            const component = { type, fullName };
            const isKnown = type === 'Flow' ? versions.has(fullName) : known.has(keyOf(component));
            const problem = isKnown
                ? versions.get(fullName) === true && type === 'Flow'
                    ? 'This version of the flow is active: switch it off first.'
                    : undefined
                : `The local org has no ${type} named ${fullName}.`;
            return problem === undefined ? component : { ...component, problem };
        });
    });
}

const keyOf = ({ type, fullName }: Component): string => `${type} ${fullName}`;
