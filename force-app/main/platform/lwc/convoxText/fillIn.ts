/**
 * Fills {0}, {1}, ... of a label. A placeholder without a value stays visible, so that a translation that asks for
 * one too many is noticed.
 */
export function fillIn(label: string, ...values: readonly (string | number)[]): string {
    return label.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}
