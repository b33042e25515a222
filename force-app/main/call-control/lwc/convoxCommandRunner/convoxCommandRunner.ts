import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import type { FlowInputVariable, FlowStatusChange } from 'lightning/flow';
import type { CommandRoute } from 'c/convoxAgentSetup';
import { commandKey, CommandRowReader, sendCommand, wait } from 'c/convoxCallControl';
import type { FlowEnd, RowRequest } from 'c/convoxCallControl';
import type { CallCommand, CommandResult } from 'c/convoxCommand';

/** A flow that was given to the platform and has not ended. */
interface RunningFlow {
    readonly commandId: string;
    readonly inputs: readonly FlowInputVariable[];
    readonly end: (flow: FlowEnd) => void;
}

/**
 * Sends commands, one after the other, each at most once. Put one into a template and call `send`; it shows nothing
 * and takes no focus.
 * @fires lateanswer with a CommandResult, when ConVox answered after `send` had given the command up
 */
export default class ConvoxCommandRunner extends LightningElement {
    /** How long an answer may take before the command counts as unknown. */
    @api timeoutSeconds = 15;

    flows: readonly RunningFlow[] = [];
    rowRequest: RowRequest | undefined;
    rowReader = new CommandRowReader((request) => {
        this.rowRequest = request;
    }, wait);

    shown = new Set<string>();
    sending = new Map<string, Promise<CommandResult>>();
    line: Promise<unknown> = Promise.resolve();

    @wire(graphql, { query: '$rowRequest.query', variables: '$rowRequest.variables' })
    takeRow(result: GraphqlResult): void {
        this.rowReader.take(result);
    }

    /** Sends the command and tells how it ended; never rejects. The same command pressed twice is sent once. */
    @api
    send(command: CallCommand, route: CommandRoute = 'Direct'): Promise<CommandResult> {
        const key = commandKey(command);
        const same = this.sending.get(key);
        if (same !== undefined) {
            return same;
        }
        const result = this.line.then(() => this.carryOut(command, route));
        this.line = result.then(() => this.sending.delete(key));
        this.sending.set(key, result);
        return result;
    }

    carryOut(command: CallCommand, route: CommandRoute): Promise<CommandResult> {
        return sendCommand(command, route, {
            runFlow: (commandId) => this.runFlow(commandId),
            readRow: (key) => this.rowReader.read(key),
            wait,
            patience: this.timeoutSeconds * 1000,
            onLateAnswer: (detail) => this.dispatchEvent(new CustomEvent('lateanswer', { detail }))
        });
    }

    runFlow(commandId: string): Promise<FlowEnd> {
        return new Promise((end) => {
            const inputs: FlowInputVariable[] = [{ name: 'commandId', type: 'String', value: commandId }];
            this.flows = [...this.flows, { commandId, inputs, end }];
        });
    }

    override renderedCallback(): void {
        // Nothing in a flow that nobody sees may take the focus. Templates do not know the attribute yet.
        this.refs?.frame?.setAttribute('inert', '');
        this.flows.forEach(({ commandId }) => this.shown.add(commandId));
    }

    /** An element that breaks while it is put into the page has not started its flow. */
    override errorCallback(): void {
        for (const { commandId } of this.flows) {
            this.endFlow(commandId, this.shown.has(commandId) ? { end: 'failed' } : { end: 'notStarted' });
        }
    }

    handleFlowStatus(event: CustomEvent<FlowStatusChange>): void {
        const { status, outputVariables = [] } = event.detail;
        const commandId =
            event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.commandId : undefined;
        if (commandId === undefined || status === 'STARTED' || status === 'PAUSED') {
            return;
        }
        this.endFlow(commandId, status === 'ERROR' ? { end: 'failed' } : { end: 'finished', outputs: outputVariables });
    }

    endFlow(commandId: string, end: FlowEnd): void {
        const ended = this.flows.find((flow) => flow.commandId === commandId);
        this.flows = this.flows.filter((flow) => flow !== ended);
        this.shown.delete(commandId);
        ended?.end(end);
    }
}
