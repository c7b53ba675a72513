// Rules of this repository that no package offers.
import { relative, sep } from 'node:path';
import { root } from './run.mjs';

const emptyNames = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'core', 'misc']);

/** A folder or file is named after what is in it; these words say nothing. */
const tellingNames = {
  meta: { type: 'suggestion', schema: [], docs: { description: 'refuse files and folders named utils, helpers, …' } },
  create(context) {
    return {
      Program(node) {
        const parts = relative(root, context.filename).split(sep);
        const words = [...parts.slice(0, -1), ...(parts.at(-1) ?? '').split(/[.-]/)];
        const empty = words.find((word) => emptyNames.has(word));
        if (empty)
          context.report({ node, message: `"${empty}" says nothing: name the file or folder after what is in it.` });
      },
    };
  },
};

export const insyn = { meta: { name: 'insyn' }, rules: { 'telling-names': tellingNames } };
