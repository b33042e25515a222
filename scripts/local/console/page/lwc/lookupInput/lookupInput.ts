import { api, LightningElement } from 'lwc';
import type { FieldInfo } from '../../../platform/records/objectInfo.ts';
import { literal, query } from '../../../platform/records/soql.ts';

interface Choice {
    readonly id: string;
    readonly name: string;
}

/** Finds a record by its name. Sends `change` with the record's id, '' for none. */
export default class LookupInput extends LightningElement {
    @api label = '';
    @api field: FieldInfo | undefined;
    @api value = '';
    @api target: { name: string; objectApiName: string } | undefined;
    choices: readonly Choice[] = [];
    chosen: Choice | undefined;
    isCleared = false;
    problem = '';
    #typed = 0;

    get selected(): Choice | undefined {
        return (
            this.chosen ??
            (this.value && !this.isCleared ? { id: this.value, name: this.target?.name ?? this.value } : undefined)
        );
    }

    private get reference(): { objectApiName: string; nameField: string } | undefined {
        const [first] = this.field?.referenceToInfos ?? [];
        return (
            first && {
                objectApiName: first.apiName,
                nameField: first.nameFields.find((name) => name === 'Name') ?? first.nameFields[0] ?? 'Name'
            }
        );
    }

    async search(event: CustomEvent<{ value: string }>): Promise<void> {
        const text = event.detail.value.trim();
        const reference = this.reference;
        const turn = ++this.#typed;
        if (!reference || text.length < 2) {
            this.choices = [];
            return;
        }
        const { objectApiName, nameField } = reference;
        try {
            const { records } = await query(
                `SELECT Id, ${nameField} FROM ${objectApiName} WHERE ${nameField} LIKE ${literal(`%${text}%`)} ORDER BY ${nameField} LIMIT 6`
            );
            if (turn === this.#typed) {
                this.choices = records.map((row) => ({ id: String(row['Id']), name: String(row[nameField]) }));
                this.problem = this.choices.length === 0 ? 'Nothing found.' : '';
            }
        } catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
    }

    choose(event: Event): void {
        event.preventDefault();
        const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['id'] : undefined;
        this.chosen = this.choices.find((choice) => choice.id === id);
        this.choices = [];
        this.send(this.chosen?.id ?? '');
    }

    clear(): void {
        this.chosen = undefined;
        this.isCleared = true;
        this.send('');
    }

    private send(value: string): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    }
}
