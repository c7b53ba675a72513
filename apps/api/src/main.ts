import 'reflect-metadata';
import { createApp } from './app.js';
import { InvalidSettings } from './settings/settings.js';
import { Settings } from './settings/settings.js';

try {
  const app = await createApp();
  const settings = app.get(Settings);
  await app.listen(settings.PORT, '0.0.0.0');
  process.stdout.write('Insyn answers at ' + settings.PUBLIC_URL + '\n');
} catch (error) {
  process.stderr.write((error instanceof InvalidSettings ? error.message : String((error as Error).stack)) + '\n');
  process.exit(1);
}
