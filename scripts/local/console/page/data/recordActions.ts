import type { RecordAction } from '../../composition.ts';

/** A button in the head of a record's page. */
export type HeadAction =
    | { readonly kind: 'edit' | 'delete'; readonly name: string; readonly label: string }
    | { readonly kind: 'component'; readonly name: string; readonly label: string; readonly action: RecordAction };

/** Where the platform looks for the actions of a record's page. */
export interface ActionSources {
    /** `actionNames` of the page's highlights panel; absent unless the panel configures its actions. */
    readonly ofPanel?: readonly string[];
    readonly ofLayout?: readonly string[];
    /** The object's quick actions that run a component. */
    readonly quickActions: readonly RecordAction[];
    readonly canEdit: boolean;
    readonly canDelete: boolean;
}

const WITHOUT_A_LIST: readonly string[] = ['Edit', 'Delete'];

/**
 * The buttons in their order: the panel's, else the page layout's. Nothing for actions of Salesforce that the local
 * console does not have, nor for what the user may not do.
 */
export function headActions({ ofPanel, ofLayout, quickActions, canEdit, canDelete }: ActionSources): HeadAction[] {
    return (ofPanel ?? ofLayout ?? WITHOUT_A_LIST).flatMap((name): HeadAction[] => {
        if (name === 'Edit' || name === 'Delete') {
            const isAllowed = name === 'Edit' ? canEdit : canDelete;
            return isAllowed ? [{ kind: name === 'Edit' ? 'edit' : 'delete', name, label: name }] : [];
        }
        const action = quickActions.find((candidate) => candidate.name === name);
        return action ? [{ kind: 'component', name, label: action.label, action }] : [];
    });
}
