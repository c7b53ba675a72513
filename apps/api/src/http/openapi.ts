import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of the API, at /api/openapi.json, and for reading at /api/docs. */
export function describeApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Insyn API',
  });
}

/** The OpenAPI document of the routes as they are. */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Insyn')
    .setDescription('Follow-up of the care a Swedish municipality buys and runs. Errors are application/problem+json.')
    .setVersion('1')
    .addCookieAuth('insyn')
    .build();
  return SwaggerModule.createDocument(app, head);
}
