import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { partFolders } from '../metadata/packageParts.ts';
import { readSchema } from '../metadata/objects/readSchema.ts';
import { checkActions } from './pages/checkActions.ts';
import { checkCallouts } from './flows/checkCallouts.ts';
import { checkCodeValues } from './product/checkCodeValues.ts';
import { checkComponents } from './files/checkComponents.ts';
import { checkContractDrift } from './product/checkContractDrift.ts';
import { checkConversion } from './files/checkConversion.ts';
import { checkCustomPermissions } from './permissions/checkCustomPermissions.ts';
import { checkDashboards } from './reports/checkDashboards.ts';
import { checkDescriptions } from './files/checkDescriptions.ts';
import { checkFields } from './objects/checkFields.ts';
import { checkFieldTypes } from './objects/checkFieldTypes.ts';
import { checkFlowBlanks } from './flows/checkFlowBlanks.ts';
import { checkFlowData } from './flows/checkFlowData.ts';
import { checkFlowLookups } from './flows/checkFlowLookups.ts';
import { checkFlowPaths } from './flows/checkFlowPaths.ts';
import { checkFlowPractice } from './flows/checkFlowPractice.ts';
import { checkFlowShapes } from './flows/checkFlowShapes.ts';
import { checkFlowStart } from './flows/checkFlowStart.ts';
import { checkFlowStarters } from './flows/checkFlowStarters.ts';
import { checkFlowSteps } from './flows/checkFlowSteps.ts';
import { checkFolders } from './files/checkFolders.ts';
import { checkFormulas } from './objects/checkFormulas.ts';
import { checkGrants } from './permissions/checkGrants.ts';
import { checkLabels } from './texts/checkLabels.ts';
import { checkLayoutItems } from './pages/checkLayoutItems.ts';
import { checkLayouts } from './pages/checkLayouts.ts';
import { checkLimits } from './files/checkLimits.ts';
import { checkListViewAccess } from './permissions/checkListViewAccess.ts';
import { checkNames } from './files/checkNames.ts';
import { checkNotifications } from './flows/checkNotifications.ts';
import { checkPageParts } from './pages/checkPageParts.ts';
import { checkPageReferences } from './pages/checkPageReferences.ts';
import { checkPages } from './pages/checkPages.ts';
import { checkParts } from './files/checkParts.ts';
import { checkPermissionGroups } from './permissions/checkPermissionGroups.ts';
import { checkPermissions } from './permissions/checkPermissions.ts';
import { checkPhoneKeyFormulas } from './product/checkPhoneKeyFormulas.ts';
import { checkQueries } from './objects/checkQueries.ts';
import { checkReportAccess } from './reports/checkReportAccess.ts';
import { checkReports } from './reports/checkReports.ts';
import { checkReportTypes } from './reports/checkReportTypes.ts';
import { checkRooms } from './product/checkRooms.ts';
import { checkSharing } from './permissions/checkSharing.ts';
import { checkStructure } from './files/checkStructure.ts';
import { checkTexts } from './texts/checkTexts.ts';
import { checkTranslations } from './texts/checkTranslations.ts';
import { checkUnfollowed } from './files/checkUnfollowed.ts';
import { checkVisualforce } from './pages/checkVisualforce.ts';
import { checkWriters } from './product/checkWriters.ts';
import { convertPackage } from './files/convertPackage.ts';
import type { Finding } from './finding.ts';
import { readMetadataTypes } from './read/metadataTypes.ts';
import type { Project } from './read/project.ts';
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
    { name: 'phone key formulas', run: checkPhoneKeyFormulas },
    { name: 'flow practice', run: checkFlowPractice },
    { name: 'callouts', run: checkCallouts },
    { name: 'notifications', run: checkNotifications },
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
