import type { ScreenView } from '../screenView.ts';
import type { WireEntry } from '../wireLog.ts';

const agentCode = document.querySelector('main')?.dataset.agent ?? '';
const base = `/agent/${encodeURIComponent(agentCode)}`;
const dispositionNames = new Map<string, string>();
let shown: ScreenView | undefined;
let clockAhead = 0;

function element<Kind extends Element>(id: string, kind: new () => Kind): Kind {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) {
        throw new Error(`The page has no ${kind.name} with id ${id}`);
    }
    return found;
}

function all<Kind extends Element>(selector: string, kind: new () => Kind): Kind[] {
    return [...document.querySelectorAll(selector)].filter((found): found is Kind => found instanceof kind);
}

function show(view: ScreenView): void {
    shown = view;
    clockAhead = view.now - Date.now();
    const { agent, call } = view;
    const state = element('state', HTMLElement);
    state.dataset.state = agent.state;
    state.textContent = stateText(agent);
    for (const button of all('[data-action]', HTMLButtonElement)) {
        button.hidden = !view.actions.some((action) => action === button.dataset.action);
    }
    element('close', HTMLFormElement).hidden = !view.actions.includes('close');
    element('call', HTMLElement).hidden = call === undefined;
    const facts = new Map<string, unknown>(Object.entries(call ?? {}));
    for (const fact of all('[data-fact]', HTMLElement)) {
        fact.textContent = String(facts.get(fact.dataset.fact ?? '') ?? '') || '-';
    }
    showPop(view.pop);
    showDispositions(view);
    for (const input of all('#settings input', HTMLInputElement)) {
        input.checked = new Map(Object.entries(view.switches)).get(input.name) === input.value;
    }
    showLog(view.log);
    showTime();
}

function stateText({ state, breakName, during }: ScreenView['agent']): string {
    const beside = [breakName, during?.hold && 'on hold', during?.mute && 'muted'].filter(Boolean).join(', ');
    return beside === '' ? state : `${state} (${beside})`;
}

function showPop(pop: ScreenView['pop']): void {
    element('pop', HTMLElement).hidden = pop === undefined;
    const link = element('popLink', HTMLAnchorElement);
    const form = element('popForm', HTMLFormElement);
    link.hidden = pop?.method !== 'GET';
    form.hidden = pop?.method !== 'POST';
    if (pop?.method === 'GET') {
        link.href = pop.url;
    } else if (pop !== undefined) {
        form.action = pop.url;
        form.querySelectorAll('input').forEach((field) => field.remove());
        form.prepend(...pop.parameters.map(([name, value]) => hiddenField(name, value)));
    }
}

function hiddenField(name: string, value: string): HTMLInputElement {
    return Object.assign(document.createElement('input'), { type: 'hidden', name, value });
}

function showDispositions({ dispositions }: ScreenView): void {
    if (dispositions.every(({ code }) => dispositionNames.has(code))) {
        return;
    }
    const options = dispositions.map(({ code, name }) => new Option(`${code} --- ${name}`, code));
    dispositions.forEach(({ code, name }) => dispositionNames.set(code, name));
    element('dispositions', HTMLSelectElement).replaceChildren(new Option('Choose', ''), ...options);
}

function showLog(entries: readonly WireEntry[]): void {
    const list = element('log', HTMLOListElement);
    const newest = Number(list.firstElementChild?.getAttribute('value') ?? 0);
    if ((entries.at(-1)?.number ?? 0) < newest) {
        list.replaceChildren();
        return showLog(entries);
    }
    entries.filter(({ number }) => number > newest).forEach((entry) => list.prepend(logLine(entry)));
}

function logLine(entry: WireEntry): HTMLLIElement {
    const line = document.createElement('li');
    line.value = entry.number;
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    const outcome = entry.kind === 'pop' ? '' : `: ${entry.delivery === 'cut' ? 'cut' : entry.status || 'no answer'}`;
    summary.textContent = `${new Date(entry.at).toLocaleTimeString()} ${entry.kind} ${entry.method} ${entry.path}${outcome}`;
    const table = document.createElement('table');
    entry.parameters.forEach(([name, value]) => addRow(table, name, value));
    addRow(table, 'reply', entry.reply);
    details.append(summary, table);
    line.append(details);
    return line;
}

function addRow(table: HTMLTableElement, name: string, value: string): void {
    const row = table.insertRow();
    const heading = document.createElement('th');
    heading.scope = 'row';
    heading.textContent = name;
    row.append(heading);
    row.insertCell().textContent = value;
}

function showTime(): void {
    const since = shown === undefined ? 0 : Date.now() + clockAhead - shown.agent.since;
    const seconds = Math.max(0, Math.floor(since / 1000));
    const minutes = String(Math.floor(seconds / 60)).padStart(2, '0');
    element('timer', HTMLElement).textContent = `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A blocked window must not lose the pop: the link below stays, and says so. */
function openPop(pop: NonNullable<ScreenView['pop']>): void {
    showPop(pop);
    const note = element('popNote', HTMLElement);
    if (pop.method === 'POST') {
        element('popForm', HTMLFormElement).submit();
        note.textContent = 'Salesforce was opened by POST. If no window came up, open it here.';
        return;
    }
    const opened = window.open(pop.url, '_blank');
    note.textContent = opened
        ? 'Salesforce was opened in a new window.'
        : 'Your browser blocked the window. Open it here, and allow pop-up windows for this page.';
}

/** Resolves to whether the server did it; the reason why not is on the page. */
async function send(path: string, body: object): Promise<boolean> {
    const alert = element('alert', HTMLElement);
    try {
        const response = await fetch(path, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body)
        });
        const answer: { message?: string } = await response.json();
        alert.textContent = response.ok ? '' : (answer.message ?? `The server answered ${response.status}`);
        return response.ok;
    } catch {
        alert.textContent = 'The simulated server does not answer. Is it still running?';
        return false;
    }
}

let asked = 0;

/** Answers may overtake each other: only the newest question's is shown. */
async function refresh(): Promise<void> {
    asked += 1;
    const question = asked;
    const response = await fetch(`${base}/view`);
    const view: ScreenView = await response.json();
    if (question === asked) {
        show(view);
    }
}

document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.dataset.action) {
        void send(`${base}/${button.dataset.action}`, {});
    } else if (button?.dataset.scenario) {
        const answer = element('answer', HTMLInputElement).checked;
        void send(`/scenarios/${button.dataset.scenario}`, { agent: agentCode, answer });
    }
});

element('settings', HTMLFormElement).addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) {
        void send('/settings', { [target.name]: target.value });
    }
});

element('followUp', HTMLInputElement).addEventListener('change', ({ target }) => {
    const off = !(target instanceof HTMLInputElement && target.checked);
    all('[data-follow-up]', HTMLInputElement).forEach((field) => (field.disabled = off));
});

element('close', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const form = element('close', HTMLFormElement);
    void send(`${base}/close`, Object.fromEntries(new FormData(form))).then((done) => {
        if (done) {
            form.reset();
            all('[data-follow-up]', HTMLInputElement).forEach((field) => (field.disabled = true));
        }
    });
});

const events = new EventSource(`${base}/events`);
events.addEventListener('changed', () => void refresh());
events.addEventListener('pop', ({ data }) => {
    const pop: NonNullable<ScreenView['pop']> = JSON.parse(String(data));
    openPop(pop);
});
setInterval(showTime, 1000);
