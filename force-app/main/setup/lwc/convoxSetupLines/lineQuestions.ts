import { fillIn } from 'c/convoxText';
import type { AgentFacts, ServerFacts } from 'c/convoxSetupChecks';
import type { CreateRecordInput } from 'lightning/uiRecordApi';
import { isOverMidnight } from './callingHours.ts';
import { labels } from './labels.ts';
import type { RowOfLine } from './lineRecord.ts';
import { knownAgents, MOST_IDS, secondIdOf, withAgent } from './secondIds.ts';
import type { KnownAgents } from './secondIds.ts';

/** Asks once about what is allowed and seldom meant: the same line saved once more is the answer. */
export class LineQuestions {
    #known = knownAgents([], []);
    readonly #asked = new Set<string>();

    /** Lines are about to be saved. */
    begin(agents: readonly AgentFacts[], servers: readonly ServerFacts[]): void {
        this.#known = knownAgents(agents, servers);
    }

    /** What is to be known of a line's row before it is saved; '' for nothing, and once it was said. */
    question(line: string, { record, change }: RowOfLine): string {
        const asks = [change?.question ?? '', aboutId(record, this.#known), aboutHours(record)];
        const question = asks.filter(Boolean).join(' · ');
        if (question === '' || this.#asked.has(line)) {
            return '';
        }
        this.#asked.add(line);
        return question;
    }

    saved({ record, change }: RowOfLine): void {
        this.#known = withAgent(this.#known, record, change?.id);
    }
}

function aboutId(record: CreateRecordInput, known: KnownAgents): string {
    const second = secondIdOf(record, known);
    if (second === 'tooMany') {
        return fillIn(labels.tooManyIds, MOST_IDS);
    }
    return second ? fillIn(labels.secondId, second.atServer, second.dialsAs) : '';
}

/** Night shifts call over midnight; most often the two times were only changed round. */
function aboutHours({ fields: { Calling_From__c: from = '', Calling_To__c: to = '' } }: CreateRecordInput): string {
    return isOverMidnight(String(from), String(to)) ? fillIn(labels.overMidnight, String(from), String(to)) : '';
}
