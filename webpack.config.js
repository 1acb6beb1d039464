'use strict';
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { NormalModuleReplacementPlugin } = require('webpack');
const { pagePolicy } = require('./bin/web/contentPolicy');
const { OFFICE_FILES, officeFolder } = require('./bin/web/officeFiles');

const root = __dirname;
const addin = (...parts) => path.join(root, 'addin', ...parts);

/** What every build shares: TypeScript without type checks (tsc does those), nothing evaluated at run time. */
const base = (mode) => ({
  mode,
  target: ['web', 'es2020'],
  context: root,
  devtool: mode === 'production' ? false : 'source-map',
  resolve: {
    extensions: ['.tsx', '.ts', '.js'],
    // json-rules-engine's `path` would evaluate expressions; packs that use it are refused, so it goes without.
    alias: {
      'jsonpath-plus': addin('worker', 'noJsonPath.ts'),
      marked: addin('workbench', 'grid', 'noMarkdown.ts'),
      // The grid's one style sheet only names others, and they are not exported: a page takes what it needs of them.
      'grid-styles': path.join(path.dirname(require.resolve('@glideapps/glide-data-grid/dist/index.css')), 'esm'),
    },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'ts-loader',
          options: { transpileOnly: true, configFile: addin('tsconfig.json'), compilerOptions: { noEmit: false } },
        },
      },
      {
        test: /[\\/](@fluentui[\\/]theme|@uifabric[\\/]icons)[\\/].*\.js$/,
        use: path.join(root, 'bin', 'web', 'fabricOffline.js'),
      },
      // No module of ours does anything by being imported: what a page does not use of it stays out.
      { include: path.join(root, 'src'), sideEffects: false },
      { test: /\.(css|svg)$/, type: 'asset/source' },
    ],
  },
  plugins: [
    // lodash looks for the global object by `Function('return this')`.
    new NormalModuleReplacementPlugin(/^\.\/_root(\.js)?$/, (resource) => {
      if (/[\\/]lodash$/.test(resource.context)) resource.request = addin('worker', 'globalRoot.js');
    }),
  ],
  performance: { hints: false },
  optimization: { splitChunks: false },
  stats: 'errors-warnings',
});

const page = (name, chunk, extra) =>
  new HtmlPlugin({
    template: addin('pages', `${name}.html`),
    filename: `${name}.html`,
    chunks: chunk ? [chunk] : [],
    scriptLoading: 'defer',
    templateParameters: { policy: pagePolicy },
    minify: false,
    ...extra,
  });

/** The site: the task pane, the workbench, and every file beside them, in one folder with relative addresses only. */
const site = (mode, outDir) => ({
  ...base(mode),
  name: 'site',
  entry: { pane: addin('excel', 'index.tsx'), index: addin('workbench', 'index.tsx') },
  output: {
    path: outDir,
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    publicPath: 'auto',
    clean: true,
  },
  plugins: [
    ...base(mode).plugins,
    // The engine for expressions is fetched when a pack needs it.
    new NormalModuleReplacementPlugin(/^\.\/patternEngine$/, addin('worker', 'patternEngineOnDemand.ts')),
    page('pane', 'pane'),
    page('index', 'index'),
    new CopyPlugin({
      patterns: [
        ...OFFICE_FILES.map((file) => ({
          from: path.join(officeFolder(root), file),
          to: `office-js/${file}`,
          // Microsoft's licence: unmodified.
          info: { minimized: true },
        })),
        { from: addin('assets'), to: 'assets', globOptions: { ignore: ['**/*.ts'] } },
        { from: addin('pages', 'unsupported.html') },
        { from: addin('pages', 'legacy.js'), info: { minimized: true } },
        { from: 'rules', to: 'rules', globOptions: { ignore: ['**/schema/**', '**/*.md'] } },
        { from: 'samples/*.{xlsx,json}', to: 'samples/[name][ext]' },
      ],
    }),
  ],
});

/** What the single file is put together from: one script for the page, one for its worker. */
const single = (mode, outDir) => {
  const shared = base(mode);
  const output = (filename) => ({ path: outDir, filename, clean: false });
  return [
    {
      ...shared,
      name: 'single-page',
      entry: addin('workbench', 'index.tsx'),
      output: output('page.js'),
      // Everything in one script: a file from a folder can load no other.
      module: { ...shared.module, parser: { javascript: { dynamicImportMode: 'eager' } } },
      plugins: [...shared.plugins, new NormalModuleReplacementPlugin(/\/surroundings$/, './surroundingsOfSingle')],
    },
    {
      ...shared,
      name: 'single-worker',
      target: ['webworker', 'es2020'],
      entry: addin('worker', 'workbenchWorker.ts'),
      output: output('worker.js'),
      module: { ...shared.module, parser: { javascript: { dynamicImportMode: 'eager' } } },
    },
  ];
};

module.exports = (env = {}, argv = {}) => {
  const mode = argv.mode ?? 'production';
  return env.single ? single(mode, path.resolve(env.single)) : site(mode, path.resolve(env.out ?? 'dist/site'));
};
module.exports.site = site;
module.exports.single = single;
