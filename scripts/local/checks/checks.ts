import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { partFolders } from '../metadata/packageParts.ts';
import { readSchema } from '../org/schema/readSchema.ts';
import { checkActions } from './checkActions.ts';
import { checkCallouts } from './checkCallouts.ts';
import { checkCodeValues } from './checkCodeValues.ts';
import { checkComponents } from './checkComponents.ts';
import { checkContractDrift } from './checkContractDrift.ts';
import { checkConversion } from './checkConversion.ts';
import { checkCustomPermissions } from './checkCustomPermissions.ts';
import { checkDashboards } from './checkDashboards.ts';
import { checkDescriptions } from './checkDescriptions.ts';
import { checkFields } from './checkFields.ts';
import { checkFieldTypes } from './checkFieldTypes.ts';
import { checkFlowBlanks } from './checkFlowBlanks.ts';
import { checkFlowData } from './checkFlowData.ts';
import { checkFlowFormulas } from './checkFlowFormulas.ts';
import { checkFlowLookups } from './checkFlowLookups.ts';
import { checkFlowPaths } from './checkFlowPaths.ts';
import { checkFlowPractice } from './checkFlowPractice.ts';
import { checkFlowShapes } from './checkFlowShapes.ts';
import { checkFlowStart } from './checkFlowStart.ts';
import { checkFlowStarters } from './checkFlowStarters.ts';
import { checkFlowSteps } from './checkFlowSteps.ts';
import { checkFolders } from './checkFolders.ts';
import { checkFormulas } from './checkFormulas.ts';
import { checkGrants } from './checkGrants.ts';
import { checkLabels } from './checkLabels.ts';
import { checkLayoutItems } from './checkLayoutItems.ts';
import { checkLayouts } from './checkLayouts.ts';
import { checkLimits } from './checkLimits.ts';
import { checkListViewAccess } from './checkListViewAccess.ts';
import { checkNames } from './checkNames.ts';
import { checkPageParts } from './checkPageParts.ts';
import { checkPageReferences } from './checkPageReferences.ts';
import { checkPages } from './checkPages.ts';
import { checkParts } from './checkParts.ts';
import { checkPermissionGroups } from './checkPermissionGroups.ts';
import { checkPermissions } from './checkPermissions.ts';
import { checkPhoneKeyFormulas } from './checkPhoneKeyFormulas.ts';
import { checkQueries } from './checkQueries.ts';
import { checkReportAccess } from './checkReportAccess.ts';
import { checkReportFilters } from './checkReportFilters.ts';
import { checkReportFormulas } from './checkReportFormulas.ts';
import { checkReports } from './checkReports.ts';
import { checkReportTypes } from './checkReportTypes.ts';
import { checkRooms } from './checkRooms.ts';
import { checkSharing } from './checkSharing.ts';
import { checkStructure } from './checkStructure.ts';
import { checkTexts } from './checkTexts.ts';
import { checkTranslations } from './checkTranslations.ts';
import { checkUnfollowed } from './checkUnfollowed.ts';
import { checkVisualforce } from './checkVisualforce.ts';
import { checkWriters } from './checkWriters.ts';
import { convertPackage } from './convertPackage.ts';
import type { Finding } from './finding.ts';
import { readMetadataTypes } from './metadataTypes.ts';
import type { Project } from './project.ts';
import type { CheckedFinding, Duration } from './report.ts';

/** One thing that must hold for every file of the package. */
export interface Check {
    /** Named in the report. */
    readonly name: string;
    readonly run: (project: Project, root: string) => Finding[] | Promise<Finding[]>;
    /** Works in a thread of its own, so the others need not wait for it. */
    readonly inBackground?: true;
}

const checks: readonly Check[] = [
    { name: 'structure', run: (project) => checkStructure(project, readMetadataTypes()) },
    { name: 'names', run: checkNames },
    { name: 'fields', run: checkFields },
    { name: 'field types', run: checkFieldTypes },
    { name: 'limits', run: checkLimits },
    { name: 'formulas', run: checkFormulas },
    { name: 'flow start', run: checkFlowStart },
    { name: 'flow shapes', run: checkFlowShapes },
    { name: 'flow starters', run: checkFlowStarters },
    { name: 'flow steps', run: checkFlowSteps },
    { name: 'flow lookups', run: checkFlowLookups },
    { name: 'flow paths', run: checkFlowPaths },
    { name: 'flow data', run: checkFlowData },
    { name: 'flow blanks', run: checkFlowBlanks },
    { name: 'flow formulas', run: checkFlowFormulas },
    { name: 'phone key formulas', run: checkPhoneKeyFormulas },
    { name: 'flow practice', run: checkFlowPractice },
    { name: 'callouts', run: checkCallouts },
    { name: 'layouts', run: checkLayouts },
    { name: 'layout items', run: checkLayoutItems },
    { name: 'pages', run: checkPages },
    { name: 'page parts', run: checkPageParts },
    { name: 'page references', run: checkPageReferences },
    { name: 'actions', run: checkActions },
    { name: 'visualforce', run: checkVisualforce },
    { name: 'permissions', run: checkPermissions },
    { name: 'permission groups', run: checkPermissionGroups },
    { name: 'sharing', run: checkSharing },
    { name: 'report types', run: checkReportTypes },
    { name: 'reports', run: checkReports },
    { name: 'report filters', run: checkReportFilters },
    { name: 'report formulas', run: checkReportFormulas },
    { name: 'report access', run: checkReportAccess },
    { name: 'dashboards', run: checkDashboards },
    { name: 'folders', run: checkFolders },
    { name: 'grants', run: checkGrants },
    { name: 'list view access', run: checkListViewAccess },
    { name: 'custom permissions', run: checkCustomPermissions },
    { name: 'labels', run: checkLabels },
    { name: 'texts', run: checkTexts },
    { name: 'translations', run: checkTranslations },
    { name: 'contract', run: checkContractDrift },
    { name: 'writers', run: checkWriters },
    { name: 'queries', run: (project, root) => checkQueries(project, readSchema(partFolders(root))) },
    { name: 'code values', run: checkCodeValues },
    { name: 'rooms', run: checkRooms },
    { name: 'parts', run: checkParts },
    {
        name: 'conversion',
        run: async (project, root) => checkConversion(project, await convertPackage(root)),
        inBackground: true
    },
    { name: 'unfollowed references', run: checkUnfollowed },
    { name: 'descriptions', run: checkDescriptions },
    { name: 'components', run: (project, root) => checkComponents(project, baseComponents(root)) }
];

export interface CheckResults {
    readonly findings: readonly CheckedFinding[];
    readonly durations: readonly Duration[];
}

/** Runs every check; what works in the background is waited for last. */
export async function runChecks(project: Project, root: string): Promise<CheckResults> {
    const findings: CheckedFinding[] = [];
    const durations: Duration[] = [];
    const take = async ({ name, run }: Check): Promise<void> => {
        const started = performance.now();
        const found = await run(project, root);
        durations.push({ name, milliseconds: performance.now() - started });
        findings.push(...found.map((finding) => ({ ...finding, check: name })));
    };
    const inBackground = Promise.all(checks.filter((check) => check.inBackground).map(take));
    for (const check of checks.filter(({ inBackground: away }) => !away)) {
        await take(check);
    }
    await inBackground;
    return { findings, durations };
}

/** Element names of the base components that the console shows and every org has. */
function baseComponents(root: string): ReadonlySet<string> {
    const folder = join(root, 'node_modules', 'lightning-base-components', 'src', 'lightning');
    const names = globSync('*', { cwd: folder }).map((name) => basename(name));
    return new Set(names.map((name) => `lightning-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`));
}
