import os from 'node:os';
import { inRoot, readJson, writeJson } from '../../scripts/lib/project.mjs';
import { bold, dim, green, red, say } from '../../scripts/lib/say.mjs';
import { aimText, numberText } from './figure-text.mjs';
import { writeDocs } from './write-docs.mjs';

/**
 * @typedef {import('./figure-text.mjs').Aim} Aim
 * @typedef {{
 *   group: string, what: string, value: number, unit: string, digits?: number,
 *   aim?: Aim, note?: string,
 * }} Figure `group` and `what` name it for good: a later run replaces the figure of the same name
 * @typedef {Figure & { met: boolean | null, at: string }} StoredFigure
 */

export const describeMachine = () => ({
  processor: os.cpus()[0]?.model.trim() ?? 'unknown',
  cores: os.cpus().length,
  memory: `${Math.round(os.totalmem() / 1024 ** 3)} GB`,
  system: `${os.type()} ${os.release().split('-')[0]} ${os.arch()}`,
  node: process.versions.node,
});

/** @param {Figure} figure @returns {boolean | null} null without an aim */
function isMet({ value, aim }) {
  if (!aim) return null;
  return 'atMost' in aim ? value <= aim.atMost : value >= aim.atLeast;
}

/**
 * Prints every figure with its aim, and keeps them in bench/results/NAME.json and docs/benchmarks.md.
 * @param {string} name of the benchmark
 * @param {{ isTrial: boolean }} options a trial is printed only
 */
export function createReport(name, { isTrial }) {
  const file = inRoot('bench', 'results', `${name}.json`);
  const machine = describeMachine();
  /** @type {Record<string, string>} */
  const facts = {};
  /** @type {StoredFigure[]} */
  const figures = [];

  return {
    /** What a reader must know to judge the figures, such as the database's version. @param {string} what @param {string} value */
    fact(what, value) {
      if (facts[what] === value) return;
      facts[what] = value;
      say(dim(`${what}: ${value}`));
    },
    /** @param {Figure} figure */
    figure(figure) {
      const met = isMet(figure);
      figures.push({ ...figure, met, at: new Date().toISOString() });
      const verdict = met === null ? '      ' : met ? green('met   ') : red('missed');
      const value = `${numberText(figure.value, figure.digits)} ${figure.unit}`.padStart(14);
      const aim = aimText(figure.aim, figure.unit).padEnd(18);
      const note = figure.note ? dim(`  ${figure.note}`) : '';
      say(`${verdict} ${value}  ${aim}  ${figure.group}: ${figure.what}${note}`);
    },
    /** Prints the machine and the score, and writes the results. */
    async finish() {
      const { processor, cores, memory, system, node } = machine;
      say(`\n${bold('Machine:')} ${processor}, ${cores} cores, ${memory}; ${system}; Node ${node}`);
      const missed = figures.filter((figure) => figure.met === false).length;
      const met = figures.filter((figure) => figure.met === true).length;
      say(`${met} aims met, ${missed} missed`);
      if (isTrial) return;
      const fresh = new Set(figures.map(({ group, what }) => `${group}\n${what}`));
      const earlier = readJson(file);
      /** @type {StoredFigure[]} */
      const kept = (earlier?.figures ?? []).filter(
        (/** @type {StoredFigure} */ { group, what }) => !fresh.has(`${group}\n${what}`),
      );
      const all = {
        name,
        machine,
        facts: { ...earlier?.facts, ...facts },
        figures: [...kept, ...figures],
      };
      writeJson(file, all);
      await writeDocs();
    },
  };
}

/** @typedef {ReturnType<typeof createReport>} Report */
