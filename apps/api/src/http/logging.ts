import type { Params } from 'nestjs-pino';
import type { Settings } from '../settings/settings.js';

interface LoggedRequest {
  id: unknown;
  method: string;
  url: string;
}

/** One line per request: id, method, path without its query, status and time. No address, no cookie, no name. */
export function logOptions(settings: Settings): Params {
  return {
    pinoHttp: {
      level: settings.NODE_ENV === 'test' ? 'silent' : settings.LOG_LEVEL,
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId' },
      serializers: {
        req: (request: LoggedRequest) => ({ method: request.method, path: pathOf(request.url) }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      customLogLevel: (_request, response, error) =>
        error !== undefined || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
      autoLogging: { ignore: (request) => pathOf(request.url ?? '').startsWith('/api/health') },
    },
    forRoutes: ['{*path}'],
  };
}

/** The path without its query, which may carry what somebody searched for. */
function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
