// The extension and the client library as they are, with a stand-in for VS Code, against the server as it is.
// GRAPHLINE is the command that starts Graphline, words apart by blanks; without it `graphline`.
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL, fileURLToPath } = require('node:url');

const TEXT = `component Cook { in money: signal; out dish: signal; run { send to dish; receive from money; } }
component Guest { out money: signal; in dish: signal; run { send to money; receive from dish; } }
graph Inn { cook = Cook(); guest = Guest(); guest.money -> cook.money; cook.dish -> guest.dish; }
check Inn { deadlock free; }
`;
const shown = [];
const panels = [];
const commands = new Map();
const providers = new Map();
const diagnostics = new Map();
const never = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };

class Disposable {
  dispose() {}
  static from() { return new Disposable(); }
}

class EventEmitter {
  listeners = [];
  event = (listener, self) => { this.listeners.push(self ? listener.bind(self) : listener); return new Disposable(); };
  fire(event) { this.listeners.forEach(listener => listener(event)); }
  dispose() {}
}

class CancellationTokenSource {
  token = never;
  cancel() {}
  dispose() {}
}

class Uri {
  constructor(text) { this.text = text; this.scheme = 'file'; this.fsPath = fileURLToPath(text); }
  toString() { return this.text; }
  static parse(text) { return new Uri(text); }
  static file(name) { return new Uri(pathToFileURL(name).href); }
}

class Position {
  constructor(line, character) { Object.assign(this, { line, character }); }
}

/** A class of VS Code that the client extends or fills; its constants are their names. */
function anyClass(name) {
  const made = { [name]: class { constructor(...given) { this.given = given; } } }[name];
  const isConstant = key => typeof key === 'string' && /^[A-Z]/.test(key);
  return new Proxy(made, { get: (c, key) => key in c ? c[key] : isConstant(key) ? key : undefined });
}

/** A part of VS Code: `known`, events that do not happen, and providers that are noted. */
function part(known) {
  return new Proxy(known, {
    get(target, key) {
      if (key in target || typeof key !== 'string') {
        return target[key];
      }
      return (...given) => {
        if (key.startsWith('register')) {
          providers.set(key, given);
        }
        return new Disposable();
      };
    },
  });
}

function standIn(folder, document) {
  const channel = part({ append: text => shown.push(text) });
  const settings = { command: (process.env.GRAPHLINE ?? 'graphline').split(' ') };
  const known = {
    Disposable, EventEmitter, CancellationTokenSource, Uri, Position, version: '1.85.0',
    env: { appName: 'stand-in', language: 'en' },
    extensions: { all: [], getExtension: () => undefined },
    commands: part({
      registerCommand: (name, run, self) => { commands.set(name, run.bind(self)); return new Disposable(); },
    }),
    languages: part({
      match: () => 10,
      createDiagnosticCollection: () => part({ set: (uri, list) => diagnostics.set(uri.toString(), list) }),
    }),
    window: part({
      createOutputChannel: () => channel, visibleTextEditors: [], activeTextEditor: undefined,
      tabGroups: part({ all: [] }),
      createWebviewPanel: (_, title) => { panels.push({ title, webview: {} }); return panels.at(-1); },
    }),
    workspace: part({
      textDocuments: [document], notebookDocuments: [], getWorkspaceFolder: () => undefined,
      workspaceFolders: [{ uri: Uri.file(folder), name: 'folder', index: 0 }],
      getConfiguration: () => ({ get: (key, otherwise) => settings[key] ?? otherwise }),
      createFileSystemWatcher: () => part({}),
    }),
  };
  return new Proxy(known, { get: (target, key) => target[key] ??= anyClass(key), has: () => true });
}

async function until(happened) {
  for (let i = 0; i < 1200 && !happened(); i++) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert(happened(), 'nothing came within a minute');
}

async function main() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'graphline-'));
  const uri = Uri.file(path.join(folder, 'inn.graphline'));
  fs.writeFileSync(uri.fsPath, TEXT);
  const document = { uri, languageId: 'graphline', version: 1, getText: () => TEXT };
  const vscode = standIn(folder, document);
  const load = Module._load;
  Module._load = (name, ...others) => name === 'vscode' ? vscode : load(name, ...others);
  const extension = require('../extension.js');
  try {
    await extension.activate();
    await until(() => diagnostics.has(uri.toString()));
    assert.deepEqual(diagnostics.get(uri.toString()), []);

    await commands.get('graphline.check')(uri.toString(), 3);
    assert.match(shown.join(''), /deadlock, certain/);
    await until(() => diagnostics.get(uri.toString()).length === 1);

    await commands.get('graphline.draw')(uri.toString(), 'Inn');
    assert.equal(panels[0].title, 'Inn');
    assert.match(panels[0].webview.html, /<svg [^]*<\/svg>/);

    const items = await providers.get('registerCompletionItemProvider')[1]
      .provideCompletionItems(document, new Position(0, TEXT.indexOf('money; }')), never, {});
    assert.deepEqual(items.map(item => item.insertText), ['money']);
  } finally {
    await extension.deactivate();
    fs.rmSync(folder, { recursive: true });
  }
}

main().then(() => console.log('the client and the server understand each other'), failure => {
  console.error(failure);
  process.exit(1);
});
