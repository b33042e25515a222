import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const AxeReport = z.object({
    violations: z.array(
        z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })).min(1) })
    )
});

/** The accessibility rules that a part of the page breaks, by axe-core, each with the first element that breaks it. */
export async function brokenAccessibilityRules(page: Page, selector: string): Promise<string[]> {
    await page.evaluate(axeSource);
    const report: unknown = await page.evaluate(`axe.run(${JSON.stringify(selector)})`);
    const { violations } = AxeReport.parse(report);
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
}
