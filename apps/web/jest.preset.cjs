const { presets } = require('jest-preset-angular');

module.exports = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });
