// What only the server may import: request classes with class-validator, response classes for OpenAPI.
export {};
