/** The API version that everything in the package is written for: components, flows and pages say the same. */
export const API_VERSION = 66;
