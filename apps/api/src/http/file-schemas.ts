/** How the API's description shows the bytes of a file. */
export const BINARY = { type: 'string', format: 'binary' } as const;

/** How it shows a form that carries one file and nothing else. */
export const FILE_BODY = { schema: { type: 'object', required: ['file'], properties: { file: BINARY } } };
