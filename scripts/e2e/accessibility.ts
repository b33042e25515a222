import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import { z } from 'zod';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the source above leaves in the page. */
declare const axe: { run(part: unknown): Promise<unknown> };

const AxeReport = z.object({
    violations: z.array(
        z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })).min(1) })
    )
});

/**
 * The time picker of lightning-input names its box by a label in another synthetic shadow root, which axe-core does not
 * follow; in an org the roots are native.
 */
const BASE_TIME_PICKER = /^<input [^>]*role="combobox"[^>]*part="input"/;

/** The accessibility rules that a part of the page breaks, by axe-core, each with the first element that breaks it. */
export async function brokenAccessibilityRules(part: Locator): Promise<string[]> {
    await part.page().evaluate(axeSource);
    const report = await part.evaluate((element) => axe.run(element));
    const { violations } = AxeReport.parse(report);
    return violations
        .map(({ nodes, ...rule }) => ({ ...rule, nodes: nodes.filter(({ html }) => !BASE_TIME_PICKER.test(html)) }))
        .flatMap(({ id, help, nodes }) => nodes.slice(0, 1).map(({ html }) => `${id}: ${help}: ${html}`));
}
