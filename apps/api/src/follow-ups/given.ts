/** The fields that were sent: a request class has every field, and those that were left out are undefined. */
export function given<Request extends object>(request: Request): Request {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as Request;
}
