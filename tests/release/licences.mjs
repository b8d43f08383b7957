// The licences of what is bundled, as the comment that opens main.js: Obsidian installs no other file that could carry them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the innermost package that a bundled file lies in. */
const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[-._].*)?$/i;
/** What some licences ask to be handed on beside their text. */
const NOTICE_FILE = /^notice(?:[-._].*)?$/i;
/** A line that says whose work it is, and none of the conditions, which may open with the same word. */
const COPYRIGHT_LINE = /^(?:Copyright(?= *\(c\)| *©| +\d| +\p{Lu})|©|\([Cc]\) )/u;

/**
 * The comment to put before the bundled code: what it holds, whose it is, and each licence, the same text once. It depends on nothing
 * but the bundled packages, so that the same source gives the same bytes.
 *
 * @param metafile What esbuild tells of the build.
 * @param root The folder of the project, which the metafile's paths start from.
 */
export function licenceComment(metafile, root) {
  const [own, ...others] = [root, ...packageFolders(metafile).map((folder) => path.join(root, folder))].map(
    readPackage,
  );
  const packages = [
    own,
    ...others.sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version)),
  ];
  const texts = [...new Set(packages.flatMap(({ texts }) => texts))];
  const lines = packages.map((one) => {
    const numbers = one.texts.map((text) => `text ${texts.indexOf(text) + 1}`).join(', ');
    return `${one.name} ${one.version}, ${one.licence} (${numbers})${one.copyright.map((line) => `\n  ${line}`).join('')}`;
  });
  const parts = [
    'What this file is made of, and the licences of it.',
    ...new Set(lines),
    ...texts.map((text, index) => `Text ${index + 1}\n\n${text}`),
  ];
  // Nothing that a package says may end the comment.
  return `/*!\n${parts.join('\n\n').replaceAll('*/', '* /')}\n*/\n`;
}

/** The folders of the packages of which anything is in the bundle, relative to the project. */
function packageFolders({ outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = files.map((file) => PACKAGE_FOLDER.exec(file.replaceAll('\\', '/'))?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))];
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const names = readdirSync(folder).sort(compare);
  const files = names.filter((file) => LICENCE_FILE.test(file));
  if (files.length === 0) throw new Error(`${name} has no licence file: it cannot be bundled.`);
  if (typeof license !== 'string')
    throw new Error(`${name} does not name its licence in package.json: it cannot be bundled.`);
  const read = [...files, ...names.filter((file) => NOTICE_FILE.test(file))].map((file) =>
    readLicence(readFileSync(path.join(folder, file), 'utf8')),
  );
  return {
    name,
    version,
    licence: license,
    copyright: read.flatMap(({ copyright }) => copyright),
    texts: read.map(({ text }) => text).filter((text) => text !== ''),
  };
}

/** A licence apart: whose it is, and the text, which is often the same for many; lines of a paragraph joined. */
function readLicence(file) {
  const lines = file
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
  return {
    copyright: lines.filter((line) => COPYRIGHT_LINE.test(line)),
    text: lines
      .filter((line) => !COPYRIGHT_LINE.test(line))
      .join('\n')
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter((paragraph) => paragraph !== '')
      .join('\n'),
  };
}

/** By code units: the same order on every machine. */
function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}
