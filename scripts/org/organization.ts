/** The org id of every local org; 15 characters and their checksum. */
export const ORGANIZATION_ID = '00D5g00000Loc4lEAA';
