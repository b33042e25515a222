import { decodeScreenPop, encodeScreenPop } from '#contract';
import type { ScreenPop } from '#contract';
import type { Expression } from '../../org/visualforce/expression.ts';
import type { PagePart } from '../../org/visualforce/parsePage.ts';
import { parsePage, VisualforceError } from '../../org/visualforce/parsePage.ts';
import { API_VERSION } from '../read/apiVersion.ts';
import type { Finding } from '../finding.ts';
import { labelsOf } from '../read/labels.ts';
import { META_SUFFIX } from '../read/metadataKinds.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

const SCREEN_POP = 'ConVoxScreenPop';

type ExpressionPart = Extract<PagePart, { kind: 'expression' }>;

/**
 * Visualforce pages without a controller: markup that the local org shows as an org would, every value of a request
 * encoded for where it stands, labels that exist, somebody who may open the page, and for the screen pop all parameters of
 * the integration sheet, and none that the contract does not understand.
 */
export function checkVisualforce(project: Project): Finding[] {
    return [
        ...componentsOf(project, 'ApexPage').flatMap((page) => checkPage(page, project)),
        ...[...project.files.keys()]
            .filter((file) => file.endsWith('.page') && !project.files.has(file + META_SUFFIX))
            .map((file) => ({ file, what: `The page has no ${META_SUFFIX}`, mend: 'Add it beside the page.' }))
    ];
}

function checkPage(page: Component, project: Project): Finding[] {
    const { file, root, name } = page;
    const granted = componentsOf(project, 'PermissionSet')
        .flatMap((set) => childrenOf(set.root, 'pageAccesses'))
        .some((access) => textOf(access, 'apexPage') === name && textOf(access, 'enabled') === 'true');
    return [
        ...(textOf(root, 'apiVersion') === `${API_VERSION}.0`
            ? []
            : [{ file, what: `The API version is not ${API_VERSION}.0`, mend: 'Write the version the project uses.' }]),
        ...(granted ? [] : [{ file, what: 'No permission set opens the page', mend: 'Add it to <pageAccesses>.' }]),
        ...checkMarkup(page, project)
    ];
}

function checkMarkup({ file: description, name }: Component, project: Project): Finding[] {
    const file = description.slice(0, -META_SUFFIX.length);
    const markup = project.files.get(file);
    if (markup === undefined) {
        return [{ file: description, what: 'The page has no markup', mend: `Add ${file}.` }];
    }
    let parts: readonly PagePart[];
    try {
        parts = parsePage(markup);
    } catch (error) {
        if (!(error instanceof VisualforceError)) {
            throw error;
        }
        return [
            { file: `${file}:${error.line}`, what: error.message, mend: 'Write it with what the local org knows.' }
        ];
    }
    const expressions = parts.filter((part): part is ExpressionPart => part.kind === 'expression');
    const labels = new Set(labelsOf(project).map((label) => label.name));
    return [
        ...expressions.flatMap((part) => checkExpression(part, file, labels)),
        ...(name === SCREEN_POP ? checkParameters(expressions, file) : [])
    ];
}

function checkExpression(
    { expression, place, line }: ExpressionPart,
    file: string,
    labels: ReadonlySet<string>
): Finding[] {
    const source = sourceOf(expression);
    const at = `${file}:${line}`;
    return [
        ...(place === 'script' && expression.kind !== 'encoding'
            ? [{ file: at, what: `${source.name} is not encoded for the script`, mend: 'Write JSENCODE around it.' }]
            : []),
        ...(source.kind === 'label' && !labels.has(source.name)
            ? [{ file: at, what: `There is no label ${source.name}`, mend: 'Add it or correct its name.' }]
            : [])
    ];
}

/** The parameter or label at the bottom of the encodings. */
function sourceOf(expression: Expression): Exclude<Expression, { kind: 'encoding' }> {
    return expression.kind === 'encoding' ? sourceOf(expression.argument) : expression;
}

const pop: ScreenPop = {
    agentCode: '',
    callerNumber: '',
    callReference: '',
    did: '',
    convoxId: '',
    process: '',
    typeOfCall: '',
    direction: undefined,
    unknown: {}
};

/** It fills a field, or says at which server the call is. */
function isOfPop(name: string): boolean {
    const least = [...encodeScreenPop({ ...pop, agentCode: 'a', callReference: 'a' }, 'post'), [name, 'a'] as const];
    const read = decodeScreenPop(least);
    return read.ok && (Object.keys(read.value.unknown).length === 0 || read.value.callReference !== 'a');
}

function checkParameters(expressions: readonly ExpressionPart[], file: string): Finding[] {
    const wanted = new Set(
        (['post', 'get'] as const).flatMap((way) => encodeScreenPop(pop, way).map(([name]) => name))
    );
    const read = new Set(
        expressions
            .map(({ expression }) => sourceOf(expression))
            .flatMap((one) => (one.kind === 'parameter' ? [one.name] : []))
    );
    return [
        ...[...wanted]
            .filter((name) => !read.has(name))
            .map((name) => ({ file, what: `The page does not read ${name}`, mend: 'Read what the sheet sends.' })),
        ...[...read]
            .filter((name) => !isOfPop(name))
            .map((name) => ({
                file,
                what: `A screen pop has no parameter ${name}`,
                mend: 'Read only what the contract understands.'
            }))
    ];
}
