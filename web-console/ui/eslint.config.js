import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Words read when a module is loaded would stay in the language of that moment. */
const textsAreReadLate = {
  create: (context) => ({
    MemberExpression(node) {
      if (node.object.name === 'texts' && context.sourceCode.getScope(node).type === 'module') {
        context.report({ node, message: 'Read texts inside a function: the language may change after this module was loaded.' });
      }
    },
  }),
};

export default tseslint.config(
  { ignores: ['dist', 'target', 'node_modules', 'eslint.config.js', 'api-types.mjs', 'compressed.mjs', 'src/api/generated'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': reactHooks, longshore: { rules: { 'texts-are-read-late': textsAreReadLate } } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines': ['error', 300],
      'longshore/texts-are-read-late': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
);
