import { LightningElement, api, wire } from 'lwc';
import { readError } from 'c/convoxErrors';
import type { AgentFacts, Enterable, ProcessFacts, ServerFacts } from 'c/convoxSetupChecks';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';
import { MOST_LINES, recordOf, repeated, withSaved } from './enteredLines.ts';
import type { Known } from './enteredLines.ts';
import { helpOf, labels } from './labels.ts';
import { readLines } from './pastedWords.ts';
import type { EnteredLine } from './pastedWords.ts';
import { LineQuestions } from './lineQuestions.ts';
import { readUsers, USERS_QUERY } from './usersQuery.ts';

/**
 * Rows of the set-up, pasted line by line. What is saved leaves the box; what is not stays, with the reason.
 * @fires saved when rows were made
 * @fires close
 */
export default class ConvoxSetupLines extends LightningElement {
    @api what: Enterable = 'agents';
    @api processes: readonly ProcessFacts[] = [];
    @api servers: readonly ServerFacts[] = [];
    @api agents: readonly AgentFacts[] = [];

    labels = labels;
    text = '';
    problems: readonly string[] = [];
    said = '';
    isBusy = false;
    request?: { readonly query: GraphqlDocument; readonly variables: { readonly usernames: readonly string[] } };
    known: Known = { processes: [], servers: new Set(), codes: new Map(), hasDefault: false, users: new Map() };
    questions = new LineQuestions();

    get heading(): string {
        return labels[this.what];
    }

    get help(): string {
        return helpOf(this.what);
    }

    get saveText(): string {
        return fillIn(labels.save, this.heading);
    }

    /** The users whom the lines name have been looked up. */
    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeUsers({ data, errors = [] }: GraphqlResult): void {
        if (errors.length > 0) {
            this.stop([readError(errors).lines.join(' ')]);
        } else if (this.isBusy && data !== undefined && data !== null) {
            this.save(readUsers(data));
        }
    }

    override renderedCallback(): void {
        this.refs?.dialog?.setAttribute('aria-label', this.heading);
    }

    handleText({ detail }: CustomEvent<{ value: string }>): void {
        this.text = detail.value;
        this.said = '';
    }

    handleSave(): void {
        const lines = readLines(this.text);
        if (lines.length > MOST_LINES) {
            this.stop([fillIn(labels.tooMany, MOST_LINES)]);
            return;
        }
        this.isBusy = true;
        this.problems = [];
        this.said = '';
        if (this.what === 'agents') {
            const usernames = lines.flatMap(({ words }) => words[1] || []);
            this.request = { query: USERS_QUERY, variables: { usernames } };
        } else {
            this.save(new Map());
        }
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    /** One line after the other: the org's own rules may look at what is there already. */
    save(users: Known['users']): void {
        const lines = readLines(this.text);
        this.known = {
            processes: this.processes,
            servers: new Set(this.servers.map(({ name }) => name.toLowerCase())),
            codes: new Map(this.servers.map(({ code, id }) => [code, id])),
            hasDefault: this.servers.some(({ isDefault }) => isDefault),
            users
        };
        this.questions.begin(this.agents, this.servers);
        const left: (readonly [line: EnteredLine, problem: string])[] = [];
        lines
            .reduce(
                (before, line) =>
                    before
                        .then(() => this.saveLine(line, lines))
                        .then((problem) => {
                            if (problem) {
                                left.push([line, problem]);
                            }
                        }),
                Promise.resolve()
            )
            .then(() => this.tell(left, lines.length - left.length))
            .catch((error: unknown) => this.stop(readError(error).lines));
    }

    tell(left: readonly (readonly [line: EnteredLine, problem: string])[], saved: number): void {
        this.text = left.map(([{ text }]) => text).join('\n');
        this.said = fillIn(labels.saved, saved);
        this.stop(left.map(([, problem], index) => fillIn(labels.line, index + 1, problem)));
        if (saved > 0) {
            this.dispatchEvent(new CustomEvent('saved'));
        }
    }

    /** @returns why the line was not saved; '' when it was */
    async saveLine(line: EnteredLine, lines: readonly EnteredLine[]): Promise<string> {
        if (repeated(lines, line)) {
            return fillIn(labels.twice, line.words[0] ?? '');
        }
        const { known } = this;
        const made = recordOf(this.what, line, known);
        const problem = 'problem' in made ? made.problem : this.questions.question(line.text, made.record);
        if ('problem' in made || problem) {
            return problem;
        }
        return createRecord(made.record).then(
            () => {
                this.known = withSaved(known, made.record);
                this.questions.saved(made.record);
                return '';
            },
            (error: unknown) => readError(error).lines.join(' ')
        );
    }

    stop(problems: readonly string[]): void {
        this.problems = problems;
        this.isBusy = false;
    }
}
