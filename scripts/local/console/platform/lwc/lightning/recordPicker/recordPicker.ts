import { api, LightningElement } from 'lwc';
import { member } from '../../../org/member.ts';
import { askOrg } from '../../../org/orgRequest.ts';

interface Choice {
    readonly id: string;
    readonly name: string;
}

const MOST_CHOICES = 5;

function choicesIn(content: unknown, object: string, field: string): Choice[] {
    const found = ['data', 'uiapi', 'query', object, 'edges'].reduce<unknown>(member, content);
    return (Array.isArray(found) ? found : []).map((edge: unknown) => {
        const node = member(edge, 'node');
        return { id: String(member(node, 'Id')), name: String(member(member(node, field), 'value') ?? '') };
    });
}

/**
 * Finds a record of one object by what its first field begins with or holds, asking the GraphQL API as the platform's own
 * does. Without `filter`, icons and records seen lately.
 * @fires change with { recordId }, null when the choice was taken back
 */
export default class RecordPicker extends LightningElement {
    @api label = '';
    @api objectApiName = '';
    @api placeholder = '';
    @api displayInfo: { readonly primaryField?: string } | undefined;
    @api matchingInfo: { readonly primaryField?: { readonly fieldPath: string } } | undefined;
    choices: readonly Choice[] = [];
    chosen: Choice | undefined;
    #turn = 0;

    get isOpen(): boolean {
        return this.choices.length > 0;
    }

    @api
    focus(): void {
        const input = this.template?.querySelector('lightning-input');
        if (input instanceof HTMLElement) {
            input.focus();
        }
    }

    @api
    clearSelection(): void {
        this.chosen = undefined;
        this.choices = [];
    }

    private get field(): string {
        return this.matchingInfo?.primaryField?.fieldPath ?? this.displayInfo?.primaryField ?? 'Name';
    }

    async search(event: CustomEvent<{ value: string }>): Promise<void> {
        const typed = event.detail.value.trim();
        const turn = ++this.#turn;
        const { objectApiName: object, field } = this;
        const query = `query recordPicker($typed: String) { uiapi { query { ${object}(where: { ${field}: { like: $typed } }, first: ${MOST_CHOICES}) { edges { node { Id ${field} { value } } } } } } }`;
        const answer =
            typed.length < 2
                ? undefined
                : await askOrg('/graphql', { method: 'POST', body: { query, variables: { typed: `%${typed}%` } } });
        if (turn === this.#turn) {
            this.choices = answer?.ok ? choicesIn(answer.content, object, field) : [];
        }
    }

    choose(event: Event): void {
        event.preventDefault();
        const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['id'] : undefined;
        this.chosen = this.choices.find((choice) => choice.id === id);
        this.choices = [];
        this.tell();
    }

    clear(): void {
        this.clearSelection();
        this.tell();
    }

    private tell(): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.chosen?.id ?? null } }));
    }
}
