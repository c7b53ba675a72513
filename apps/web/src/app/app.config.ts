import { registerLocaleData } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import swedish from '@angular/common/locales/sv';
import { LOCALE_ID, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import type { ApplicationConfig } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app.routes.js';
import { commandKeys } from './http/command-keys.js';
import { problems } from './http/problems.js';
import { PageTitle } from './shell/page-title.js';

registerLocaleData(swedish, 'sv-SE');

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideHttpClient(withInterceptors([commandKeys, problems])),
    { provide: LOCALE_ID, useValue: 'sv-SE' },
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
