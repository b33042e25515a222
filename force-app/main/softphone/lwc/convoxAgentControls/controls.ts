import type { AgentAction } from 'c/convoxAgentAction';
import { phaseOf } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import { fillIn } from 'c/convoxText';
import { processNamed } from './desks.ts';
import type { Desk, DeskProcess } from './desks.ts';
import { labels } from './labels.ts';

/** One thing to ask ConVox for, as a menu or a button shows it. */
export interface Choice {
    /** Tells choices apart, and says what is asked for. */
    readonly key: string;
    readonly action: AgentAction;
    readonly target: string;
    readonly label: string;
}

/** A choice with a button of its own. */
export interface ButtonChoice extends Choice {
    /** Opposites have the same: the button that is pressed stays, and the cursor on it. */
    readonly place: string;
}

export interface Menu {
    readonly key: string;
    readonly label: string;
    readonly choices: readonly Choice[];
}

export interface Controls {
    readonly buttons: readonly ButtonChoice[];
    readonly menus: readonly Menu[];
    /** All of them. */
    readonly choices: readonly Choice[];
}

function controlsWith(buttons: readonly ButtonChoice[], menus: readonly Menu[]): Controls {
    return { buttons, menus, choices: [...buttons, ...menus.flatMap((menu) => menu.choices)] };
}

export const NOTHING = controlsWith([], []);

const NAMES = {
    Ready: labels.ready,
    LogOut: labels.logOut,
    Hold: labels.hold,
    Resume: labels.resume,
    Mute: labels.mute,
    Unmute: labels.unmute
} as const;

/** What is on can be switched off, and the other way round. */
const OPPOSITES: Readonly<Partial<Record<AgentAction, AgentAction>>> = {
    Hold: 'Resume',
    Resume: 'Hold',
    Mute: 'Unmute',
    Unmute: 'Mute'
};

/** The call that the agent is on; undefined for one that is over or another's. */
export function callInHand(call: CallState | undefined): CallState | undefined {
    return call && phaseOf(call) === 'open' && call.owner.kind === 'mine' && !call.isDoubted ? call : undefined;
}

/**
 * What the agent can ask for now: between calls the agent's presence, during one what is done with it.
 * @param done what was done with this call last, newest last
 */
export function controlsOf(desk: Desk, call: CallState | undefined, done: readonly AgentAction[]): Controls {
    const can = (action: AgentAction): boolean => desk.supports.includes(action);
    if (call === undefined) {
        const names = new Set(desk.processes.flatMap(({ breaks }) => breaks));
        const breaks = [...names].map((name) => choice('Break', name, name));
        return controlsWith(
            buttonsOf((['Ready', 'LogOut'] as const).filter(can)),
            menusOf('break', labels.breakLabel, can('Break') ? breaks : [])
        );
    }
    const isOn = (on: AgentAction, off: AgentAction): boolean =>
        done.findLast((action) => action === on || action === off) === on;
    const toggles = [isOn('Hold', 'Resume') ? 'Resume' : 'Hold', isOn('Mute', 'Unmute') ? 'Unmute' : 'Mute'] as const;
    return controlsWith(
        buttonsOf(toggles.filter((action) => can(action) && can(OPPOSITES[action] ?? action))),
        menusOf(
            'transfer',
            labels.transfer,
            targetsOf(desk, call).filter(({ action }) => can(action))
        )
    );
}

/** Where the call may go: nowhere, while its process has no disposition for that. */
function targetsOf(desk: Desk, call: CallState): Choice[] {
    const own = processOf(desk, call);
    const others = desk.processes.filter((process) => process !== own);
    return own?.transferDisposition
        ? [
              ...own.queues.map((queue) => choice('TransferToQueue', queue, fillIn(labels.queue, queue))),
              ...others.map(({ code, name }) => choice('TransferToProcess', code, fillIn(labels.process, name)))
          ]
        : [];
}

export function processOf({ processes }: Desk, { pop }: CallState): DeskProcess | undefined {
    return processNamed(processes, pop.process);
}

function choice(action: AgentAction, target: string, label: string): Choice {
    return { key: `${action} ${target}`.trim(), action, target, label };
}

function buttonsOf(actions: readonly (keyof typeof NAMES)[]): ButtonChoice[] {
    return actions.map((action) => ({
        ...choice(action, '', NAMES[action]),
        place: [action, OPPOSITES[action]].toSorted().join(' ')
    }));
}

function menusOf(key: string, label: string, choices: readonly Choice[]): Menu[] {
    return choices.length > 0 ? [{ key, label, choices }] : [];
}
