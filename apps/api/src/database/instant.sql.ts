/** How `to_char` writes an instant in UTC with milliseconds, as JSON has them. */
export const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
