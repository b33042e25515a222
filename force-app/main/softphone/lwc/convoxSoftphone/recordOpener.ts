import { callRecord, recordOf, recordToKeep, recordToShow } from 'c/convoxCallState';
import type { CallList, CallState, ShownRecord } from 'c/convoxCallState';
import type { PageReference } from 'lightning/navigation';
import { getAllTabInfo, openTab } from 'lightning/platformWorkspaceApi';
import { recordPage } from './recordPages.ts';

/** The page that the phone stands in. */
interface RecordPages {
    readonly isConsole: () => boolean | undefined;
    readonly navigate: (page: PageReference) => void;
}

/** Opens what calls are about: in a tab of its own, or where the page is no console in the only one. */
export class RecordOpener {
    readonly #page: RecordPages;

    /** An earlier call, by its id. */
    readonly openPast = ({ detail }: CustomEvent<string>): void => this.show(callRecord(detail));

    constructor(page: RecordPages) {
        this.#page = page;
    }

    /** The record in front follows the call that is shown; whoever is writing elsewhere finds it behind the own page. */
    follow(before: CallList, after: CallList, isWriting: boolean): void {
        this.show(recordToShow(before, after), isWriting);
        this.keep(recordToKeep(before, after));
    }

    open(call: CallState | undefined): void {
        this.show(call && recordOf(call));
    }

    private show(record: ShownRecord | undefined, isBehind = false): void {
        const navigate = (): void => {
            if (record && !isBehind) {
                this.#page.navigate(recordPage(record));
            }
        };
        if (record?.id && this.#page.isConsole()) {
            openTab({ recordId: record.id, focus: !isBehind }).catch(navigate);
        } else {
            navigate();
        }
    }

    /** It stands where the agent had it; only in a console it can be seen that it stands nowhere, and be opened without taking a page away. */
    private async keep(record: ShownRecord | undefined): Promise<void> {
        if (record && this.#page.isConsole()) {
            const tabs = (await getAllTabInfo()).flatMap((tab) => [tab, ...(tab.subtabs ?? [])]);
            if (!tabs.some(({ recordId }) => recordId === record.id)) {
                // The agent has gone to the record in front.
                this.show(
                    record,
                    tabs.some(({ focused, recordId }) => focused && recordId)
                );
            }
        }
    }
}
