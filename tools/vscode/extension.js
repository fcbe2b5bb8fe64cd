// The client of `graphline lsp`: see docs/editor.md for what the server does.
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;
let output;

/** What the server's commands answer is shown: the text of a check in the output, a drawn graph beside the text. */
async function executeCommand(command, args, next) {
  const answer = await next(command, args);
  if (command === 'graphline.check' && answer) {
    output.clear();
    output.append(answer.text);
    output.show(true);
  } else if (command === 'graphline.draw' && answer) {
    const panel = vscode.window.createWebviewPanel('graphline.drawing', args[1], vscode.ViewColumn.Beside);
    panel.webview.html = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" `
      + `content="default-src 'none'; style-src 'unsafe-inline'"></head>`
      + `<body style="background: white">${answer}</body></html>`;
  }
  return answer;
}

async function activate() {
  output = vscode.window.createOutputChannel('Graphline checks');
  const command = vscode.workspace.getConfiguration('graphline').get('command');
  client = new LanguageClient('graphline', 'Graphline', { command: command[0], args: [...command.slice(1), 'lsp'] }, {
    documentSelector: [{ language: 'graphline', scheme: 'file' }, { language: 'graphline', scheme: 'untitled' }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.graphline') },
    middleware: { executeCommand },
  });
  await client.start();
}

async function deactivate() {
  output?.dispose();
  if (client?.isRunning()) {
    await client.stop();
  }
}

module.exports = { activate, deactivate };
