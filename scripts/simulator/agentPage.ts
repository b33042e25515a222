import { html } from 'hono/html';
import type { ConvoxAgent } from './settings.ts';
import type { Scenario } from './scenarios.ts';

type Markup = ReturnType<typeof html>;

/** The agent's screen: all of its controls, filled and shown by the script as the agent's state asks. */
export function agentPage(agent: ConvoxAgent, scenarios: readonly Scenario[]): Markup {
    return page(
        `${agent.name} - ConVox CCS`,
        html`
            <header class="bar">
                <p class="brand"><b>ConVox</b> CCS <span>simulated server</span></p>
                <p>${agent.name} · ${agent.code} · station ${agent.station} · ${agent.process}</p>
                <p><a href="/">All agents</a></p>
            </header>
            <main data-agent="${agent.code}">
                <h1 class="hidden-text">Agent desk of ${agent.name}</h1>
                <div class="columns">
                    <div>${deskSection()}${callSection()}${closeSection()}</div>
                    <div>${scenarioSection(scenarios)}${settingsSection()}</div>
                </div>
                ${logSection()}
            </main>
            <script type="module" src="/assets/agentScreen.js"></script>
        `
    );
}

/** The list of agents: where someone starts. */
export function startPage(agents: readonly (ConvoxAgent & { readonly state: string })[]): Markup {
    return page(
        'ConVox CCS',
        html`
            <header class="bar">
                <p class="brand"><b>ConVox</b> CCS <span>simulated server</span></p>
            </header>
            <main>
                <section>
                    <h1>Agents</h1>
                    <ul class="agents">
                        ${agents.map(
                            (agent) => html`
                                <li>
                                    <a href="/agent/${agent.code}">${agent.name} (${agent.code})</a>
                                    station ${agent.station}, ${agent.process}, ${agent.state}
                                </li>
                            `
                        )}
                    </ul>
                    <p>
                        Open an agent's screen to take calls, or run <code>npm run convox -- --list</code>. What went
                        over the wire: <a href="/log">log as JSON</a>.
                    </p>
                </section>
            </main>
        `
    );
}

function page(title: string, body: Markup): Markup {
    return html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}</title>
                <link rel="icon" href="data:," />
                <link rel="stylesheet" href="/assets/agentScreen.css" />
            </head>
            <body>
                ${body}
            </body>
        </html>`;
}

function deskSection(): Markup {
    return html`
        <section class="desk">
            <p class="state" role="status" id="state" data-state=""></p>
            <p class="timer" id="timer" role="timer" aria-live="off"></p>
            <div class="buttons">
                <button type="button" data-action="login" hidden>Log in</button>
                <button type="button" data-action="answer" class="go" hidden>Answer</button>
                <button type="button" data-action="hangUp" class="stop" hidden>Hang up</button>
                <button type="button" data-action="customerAnswers" hidden>Customer answers</button>
                <button type="button" data-action="customerHangsUp" hidden>Customer hangs up</button>
                <button type="button" data-action="hold" hidden>Hold</button>
                <button type="button" data-action="resume" class="go" hidden>Resume</button>
                <button type="button" data-action="mute" hidden>Mute</button>
                <button type="button" data-action="unmute" hidden>Unmute</button>
                <button type="button" data-action="ready" class="go" hidden>Ready</button>
                <button type="button" data-action="break" hidden>Break</button>
                <button type="button" data-action="logout" hidden>Log out</button>
            </div>
            <p class="alert" role="alert" id="alert"></p>
        </section>
    `;
}

function callSection(): Markup {
    const fact = (id: string, label: string): Markup =>
        html`<div>
            <dt>${label}</dt>
            <dd data-fact="${id}"></dd>
        </div>`;
    return html`
        <section id="call" hidden>
            <h2>Call</h2>
            <dl>
                ${fact('number', 'Caller')}${fact('did', 'Dialled number')}${fact('direction', 'Type of call')}
                ${fact('process', 'Process')}${fact('queue', 'Queue')}${fact('reference', 'Call reference')}
                ${fact('convoxId', 'ConvoxID')}
            </dl>
            <div class="pop" id="pop" hidden>
                <p id="popNote"></p>
                <a id="popLink" target="_blank" hidden>Open in Salesforce</a>
                <form id="popForm" method="post" target="_blank" hidden><button>Open in Salesforce</button></form>
            </div>
        </section>
    `;
}

function closeSection(): Markup {
    return html`
        <form class="panel" id="close" hidden>
            <h2>Close the call in ConVox</h2>
            <label
                >Disposition
                <select name="disposition" required id="dispositions"></select
            ></label>
            <label class="check"><input type="checkbox" name="set_followUp" value="Y" id="followUp" /> Follow up</label>
            <label>Date <input type="date" name="callback_date" data-follow-up disabled required /></label>
            <label>Time <input type="time" name="callback_time" data-follow-up disabled required /></label>
            <button>Close call</button>
        </form>
    `;
}

function scenarioSection(scenarios: readonly Scenario[]): Markup {
    return html`
        <section>
            <h2>Scenarios</h2>
            <label class="check"><input type="checkbox" id="answer" /> Answer by itself</label>
            <ul class="scenarios">
                ${scenarios.map(
                    ({ name, sentence }) => html`
                        <li>
                            <button type="button" data-scenario="${name}" aria-describedby="about-${name}">
                                ${name}
                            </button>
                            <span id="about-${name}">${sentence}</span>
                        </li>
                    `
                )}
            </ul>
        </section>
    `;
}

function settingsSection(): Markup {
    const option = (group: string, value: string, label: string): Markup => html`
        <label class="check"><input type="radio" name="${group}" value="${value}" /> ${label}</label>
    `;
    return html`
        <form class="panel" id="settings">
            <h2>Server settings</h2>
            <fieldset>
                <legend>Commands are taken by</legend>
                ${option('dialect', 'sheet', 'the scripts of the sheet')}
                ${option('dialect', 'webService', 'the web service (external_dialer.php)')}
                ${option('dialect', 'rest', 'REST with tokens')}
                <p>The gateway goes on as it is set up: what it says in another dialect gets a 404.</p>
            </fieldset>
            <fieldset>
                <legend>The CRM is opened by</legend>
                ${option('popRoute', 'lightningGet', 'GET to Lightning')}
                ${option('popRoute', 'visualforceGet', 'GET to Visualforce')}
                ${option('popRoute', 'visualforcePost', 'POST to Visualforce')}
                ${option('popRoute', 'gatewayGet', 'GET through the gateway')}
                ${option('popRoute', 'gatewayPost', 'POST through the gateway')}
            </fieldset>
            <fieldset>
                <legend>Click to call</legend>
                ${option('dialling', 'works', 'works')} ${option('dialling', 'refuses', 'is refused')}
                ${option('dialling', 'drops', 'loses the connection')}
                ${option('dialling', 'isSlow', 'answers too late')}
            </fieldset>
        </form>
    `;
}

function logSection(): Markup {
    return html`
        <section>
            <h2>What went over the wire</h2>
            <p>Newest first. <a href="/log">All of it as JSON</a></p>
            <ol class="log" id="log" reversed></ol>
        </section>
    `;
}
