import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseComponentsFolder, baseComponentsVersion } from './baseComponents.ts';
import { cacheFolder, forceAppFolder, pageFolder, platformFolder } from './projectPaths.ts';

const ICON = /\b(utility|standard|action|custom|doctype):([a-z][a-z0-9_]*)/g;

function iconsIn(folder: string): string[] {
    const files = globSync('**/*.{ts,js,html,xml}', {
        cwd: folder,
        exclude: (name) => name.startsWith('iconSvgTemplates') || name === '__tests__' || name === 'node_modules'
    });
    return files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(ICON) ?? []);
}

/** The base components never change under one version, so their icons are looked for once. */
function iconsOfBaseComponents(): string[] {
    const file = join(cacheFolder, `icons-${baseComponentsVersion}.txt`);
    if (existsSync(file)) {
        return readFileSync(file, 'utf8').split('\n');
    }
    const icons = [...new Set(iconsIn(baseComponentsFolder))].sort();
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(file, icons.join('\n'));
    return icons;
}

/**
 * Names of the icons that can appear, as `category:name`: those written anywhere in sources and metadata, and `extra`
 * for the ones that are put together at run time. All icons would add thousands of modules to the page.
 */
export function findUsedIcons(extra: readonly string[]): ReadonlySet<string> {
    return new Set([
        ...iconsOfBaseComponents(),
        ...[forceAppFolder, pageFolder, platformFolder].flatMap(iconsIn),
        ...extra
    ]);
}

/** A module in place of `lightning/iconSvgTemplates<Category>` that holds only the icons in use. */
export function iconModule(category: string, icons: ReadonlySet<string>): string {
    const lower = category.toLowerCase();
    const folder = join(baseComponentsFolder, `iconSvgTemplates${category}`, 'buildTemplates', lower);
    const names = [...icons]
        .filter((icon) => icon.startsWith(`${lower}:`))
        .map((icon) => icon.slice(lower.length + 1))
        .filter((name) => existsSync(join(folder, `${name}.html`)));
    const imports = names.map(
        (name, index) => `import icon${index} from ${JSON.stringify(join(folder, `${name}.html`))};`
    );
    const entries = names.map((name, index) => `${lower}_${name}: icon${index}`);
    return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };`;
}
