const { createEsmPreset } = require('jest-preset-angular/presets');

module.exports = createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });
