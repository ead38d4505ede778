import { parseArgs } from 'node:util';
import { Stop } from '../../scripts/lib/say.mjs';
import { FAULTS } from './catalogue.mjs';

/** @typedef {import('./databases.mjs').Client} Client */
/** @typedef {import('./trial.mjs').Fault} Fault */

export const CLIENTS = /** @type {const} */ (['sqlite', 'postgres']);
const SHARES = [10, 50, 90];
const ROWS = 100_000;

/**
 * What is to be tried: `[sqlite|postgres] [10|50|90] [--fault NAME] [--db NAME] [--rows N]`, each as often as
 * wanted; what is not named is not narrowed.
 * @param {string[]} args
 */
export function readArguments(args) {
  const { positionals, values } = parse(args);
  if (!/^[1-9]\d*$/.test(values.rows)) throw new Stop('--rows is a whole number.');
  const words = positionals.filter((word) => !isOneOf(CLIENTS, word) && !isOneOf(SHARES, word));
  if (words.length > 0) {
    const choices = [...CLIENTS, ...SHARES].join(', ');
    throw new Stop(`"${words[0]}" is none of ${choices}. A fault is named by --fault.`);
  }
  const shares = SHARES.filter((share) => positionals.includes(String(share)));
  const clients = choose(
    CLIENTS,
    [...values.db, ...positionals.filter((word) => isOneOf(CLIENTS, word))],
    'database',
  );
  const names = choose(
    FAULTS.map(({ name }) => name),
    values.fault,
    'fault',
  );
  const faults = FAULTS.filter(({ name }) => names.includes(name));
  if (!faults.some((fault) => clients.some((client) => isFor(fault, client)))) {
    throw new Stop(`These faults are not tried on ${clients.join(', ')}: ${names.join(', ')}.`);
  }
  return { rows: Number(values.rows), clients, faults, shares };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        rows: { type: 'string', default: String(ROWS) },
        fault: { type: 'string', multiple: true, default: [] },
        db: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    // What it says of an option is made for people.
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
}

/** @param {readonly (string | number)[]} known @param {string} word */
const isOneOf = (known, word) => known.some((entry) => String(entry) === word);

/**
 * The named ones of all, or all.
 * @template {string} Name
 * @param {readonly Name[]} all @param {string[]} named @param {string} what
 */
function choose(all, named, what) {
  const unknown = named.find((name) => !isOneOf(all, name));
  if (unknown !== undefined) {
    throw new Stop(`There is no ${what} "${unknown}". There are: ${all.join(', ')}.`);
  }
  return named.length > 0 ? all.filter((name) => named.includes(name)) : all;
}

/** @param {Fault} fault @param {Client} client */
export const isFor = ({ onlyOn }, client) => !onlyOn || onlyOn.client === client;
