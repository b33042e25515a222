export { clockText } from './clockText.ts';
export { fillIn } from './fillIn.ts';
