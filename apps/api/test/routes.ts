import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ALLOW, ALLOW_ANONYMOUS } from '../src/http/allow.js';

/** A route as its decorators declare it. */
export interface Route {
  readonly method: string;
  /** With the names of its parameters, e.g. /api/follow-ups/:id. */
  readonly path: string;
  /** The permissions, `anonymous`, or `unmarked` when it says nothing about who it is for. */
  readonly access: string;
}

/** Every route of the application, read from the controllers themselves. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const scanner = new MetadataScanner();
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { instance, metatype } of module.controllers.values()) {
      if (instance === null || metatype === null || typeof metatype !== 'function') continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (handler === undefined) continue;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        const own = Reflect.getMetadata(PATH_METADATA, handler) as string | string[];
        const base = Reflect.getMetadata(PATH_METADATA, metatype) as string | string[];
        for (const path of [own].flat()) {
          for (const start of [base].flat()) {
            routes.push({
              method: RequestMethod[method],
              path: fullPath(start, path),
              access: accessOf(handler, metatype),
            });
          }
        }
      }
    }
  }
  return routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}

function fullPath(base: string, path: string): string {
  const joined = ('/' + base + '/' + path).replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  return joined.startsWith('/rapporter') ? joined : '/api' + joined;
}

function accessOf(handler: object, controller: object): string {
  const of = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
  if (of(ALLOW_ANONYMOUS) === true) return 'anonymous';
  const permissions = of(ALLOW) as string[] | undefined;
  return permissions === undefined || permissions.length === 0 ? 'unmarked' : permissions.join(' | ');
}
