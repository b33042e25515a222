import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { createSqliteJournal } from '../journal/sqliteJournal.ts';
import { createMetrics } from '../metrics.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

const alerts = z
    .object({
        groups: z.array(
            z.object({
                rules: z.array(
                    z.object({
                        alert: z.string(),
                        expr: z.string(),
                        annotations: z.object({ summary: z.string(), description: z.string() })
                    })
                )
            })
        )
    })
    .parse(parse(read('alerts.yml')))
    .groups.flatMap(({ rules }) => rules);

const panels = z
    .object({ panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })) })
    .parse(JSON.parse(read('dashboard.json'))).panels;

const names = (expression: string): readonly string[] =>
    expression.match(/\b(?:convox|process|nodejs)_[a-z0-9_]+/g) ?? [];

async function exposed(): Promise<ReadonlySet<string>> {
    const journal = createSqliteJournal({ file: ':memory:' });
    const metrics = createMetrics({ journal, version: '1.0.0', now: Date.now, forwarding: () => ({ troubles: [] }) });
    const { body } = await metrics.text();
    await journal.close();
    const typed = [...body.matchAll(/^# TYPE (\S+) (\w+)$/gm)];
    return new Set(
        typed.flatMap(([, name = '', type]) =>
            type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name]
        )
    );
}

test('every metric that a rule or a panel names exists', async () => {
    const known = await exposed();
    const expressions = [...alerts, ...panels.flatMap(({ targets }) => targets)].map(({ expr }) => expr);
    expect(expressions.filter((text) => names(text).length === 0)).toEqual(['up{job="convox-gateway"} == 0']);
    expect(expressions.flatMap(names).filter((name) => !known.has(name))).toEqual([]);
});

test('every metric of the gateway has its place on the dashboard', async () => {
    const shown = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => names(expr))));
    const own = [...(await exposed())].filter((name) => name.startsWith('convox_') && !/_(count|sum)$/.test(name));
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
});

test('the guide names the files', () => {
    const guide = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
    expect(guide).toContain('deploy/alerts.yml');
    expect(guide).toContain('deploy/dashboard.json');
});
