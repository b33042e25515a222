import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Guide {
    /** Path below the repository, with `/`. */
    readonly file: string;
    readonly text: string;
}

export interface CodeBlock {
    /** `sh`, or '' for none. */
    readonly language: string;
    readonly text: string;
}

/** README and the guides of `docs`. */
export function readGuides(root: string): Guide[] {
    return ['README.md', ...globSync('docs/*.md', { cwd: root }).toSorted()].map((file) => ({
        file: file.replaceAll('\\', '/'),
        text: readFileSync(join(root, file), 'utf8')
    }));
}

/** Fenced blocks in order, also those of list items, without their indent. */
export function codeBlocks(text: string): CodeBlock[] {
    return [...text.matchAll(/^( *)```(\w*)\n([^]*?)^\1```$/gm)].map(([, indent = '', language = '', body = '']) => ({
        language,
        text: body
            .split('\n')
            .map((line) => line.slice(indent.length))
            .join('\n')
    }));
}

/** Texts between single backticks, fenced blocks left out. */
export function codeSpans(text: string): string[] {
    const prose = text.replaceAll(/^( *)```[^]*?^\1```$/gm, '');
    return [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll(/\s+/g, ' '));
}

/** Command lines of `sh` blocks, and of backticks that begin with npm or npx; lines that go on are joined. */
export function commandLines(text: string): string[] {
    const blocks = codeBlocks(text)
        .filter(({ language }) => language === 'sh')
        .flatMap((block) => block.text.replaceAll(/\\\n\s*/g, '').split('\n'));
    const spans = codeSpans(text).filter((code) => /^np[mx] /.test(code));
    return [...blocks, ...spans].map((line) => line.trim()).filter((line) => line !== '');
}

/** Words of a command line as a shell reads them: quotes keep blanks together, `$NAME` is looked up outside single quotes. */
export function shellWords(line: string, variables: Readonly<Record<string, string>> = {}): string[] {
    const words = [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) => word);
    const filled = (text: string): string =>
        text.replaceAll(/\$(\w+)/g, (reference, name: string) => variables[name] ?? reference);
    return words.map((word) =>
        [...word.matchAll(/'([^']*)'|"([^"]*)"|([^'"]+)/g)]
            .map(([, single, double, plain]) => single ?? filled(double ?? plain ?? ''))
            .join('')
    );
}

/** Anchors of a file's headings, as GitHub makes them. */
export function anchors(text: string): string[] {
    return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
            .toLowerCase()
            .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
            .trim()
            .replaceAll(/\s/g, '-')
    );
}

/** Targets of links and pictures, those of the web left out. */
export function localLinks(text: string): string[] {
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^https?:/.test(target));
}

/** Cells of the table rows that begin with a text like this. */
export function tableRows(text: string, begins: RegExp): string[][] {
    return text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) =>
            line
                .split('|')
                .slice(1, -1)
                .map((cell) => cell.trim())
        )
        .filter(([first = '']) => begins.test(first));
}
