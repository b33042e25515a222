import { LightningElement, api, wire } from 'lwc';
import { focusOn } from 'c/convoxCursor';
import { readError } from 'c/convoxErrors';
import type { AgentFacts, Enterable, ProcessFacts, ServerFacts } from 'c/convoxSetupChecks';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { MOST_LINES, recordOf, repeated, withSaved } from './enteredLines.ts';
import { helpOf, labels } from './labels.ts';
import { LineQuestions } from './lineQuestions.ts';
import { knownOf, NO_ROWS } from './lineRecord.ts';
import type { Known, RowOfLine } from './lineRecord.ts';
import { linesRequest, readNamedRows } from './linesQuery.ts';
import type { LinesRequest, NamedRows } from './linesQuery.ts';
import { readLines } from './pastedWords.ts';
import type { EnteredLine } from './pastedWords.ts';
import { oneByOne } from './oneByOne.ts';
import type { Left } from './oneByOne.ts';
import { saveRow } from './saveRow.ts';

/**
 * Rows of the set-up, pasted line by line. What is saved leaves the box; what is not stays, with the reason.
 * @fires saved when rows were made: what is said of it, and whether all were
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
    request?: LinesRequest;
    /** What is saved changes the answer, which comes once more. */
    isAsked = false;
    known: Known = knownOf([], [], NO_ROWS);
    questions = new LineQuestions();
    /** A box that is switched off holds no cursor, nor does a button. */
    mustFocus = true;

    get heading(): string {
        return labels[this.what];
    }

    get help(): string {
        return helpOf(this.what);
    }

    get saveText(): string {
        return fillIn(labels.save, this.heading);
    }

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeRows({ data, errors = [] }: GraphqlResult): void {
        const isAnswer = this.isAsked && (errors.length > 0 || (data !== undefined && data !== null));
        this.isAsked = this.isAsked && !isAnswer;
        if (isAnswer && errors.length > 0) {
            this.stop([readError(errors).lines.join(' ')]);
        } else if (isAnswer) {
            this.save(readNamedRows(data));
        }
    }

    override renderedCallback(): void {
        this.refs?.dialog?.setAttribute('aria-label', this.heading);
        if (this.mustFocus && !this.isBusy) {
            this.mustFocus = false;
            focusOn(this.refs, 'lines');
        }
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
        if (this.what === 'agents' || this.what === 'dispositions') {
            this.isAsked = true;
            this.request = linesRequest(lines, Date.now());
        } else {
            this.save(NO_ROWS);
        }
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    save(rows: NamedRows): void {
        const lines = readLines(this.text);
        this.known = knownOf(this.processes, this.servers, rows);
        this.questions.begin(this.agents, this.servers);
        oneByOne(lines, (line) => this.saveLine(line, lines))
            .then((left) => this.tell(left, lines.length - left.length))
            .catch((error: unknown) => this.stop(readError(error).lines));
    }

    tell(left: readonly Left[], saved: number): void {
        this.text = left.map(([{ text }]) => text).join('\n');
        this.said = fillIn(labels.saved, saved);
        this.stop(left.map(([, problem], index) => fillIn(labels.line, index + 1, problem)));
        if (saved > 0) {
            this.dispatchEvent(new CustomEvent('saved', { detail: { said: this.said, isAll: left.length === 0 } }));
        }
    }

    /** @returns why the line was not saved; '' when it was */
    async saveLine(line: EnteredLine, lines: readonly EnteredLine[]): Promise<string> {
        if (repeated(lines, line)) {
            return fillIn(labels.twice, line.words[0] ?? '');
        }
        const made = recordOf(this.what, line, this.known);
        if ('problem' in made) {
            return made.problem;
        }
        return this.questions.question(line.text, made) || this.saveMade(made);
    }

    async saveMade(made: RowOfLine): Promise<string> {
        const refused = await saveRow(made);
        if (!refused) {
            this.known = withSaved(this.known, made.record);
            this.questions.saved(made);
        }
        return refused;
    }

    stop(problems: readonly string[]): void {
        this.problems = problems;
        this.isBusy = false;
        this.mustFocus = true;
    }
}
