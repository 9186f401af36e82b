// The peer of engine_bench.cc: the same work on the same figures in plain JavaScript, as a careful
// programmer writes it over typed arrays. Prints the same rows, and the same check figures where the
// work is the same. Reshaping copies the picked cells, which is what a cube without windows does.
//
//   node tests/bench/cube.mjs

const SEED = 1;
const ROUNDS = 15;
const ABSENT = -0x80000000;
const SHAPES = [[22, 16, 2, 20], [1000, 20, 2, 25], [10000, 20, 2, 25]];

function spread(x) {
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

function makeCube(sizes) {
  const count = sizes.reduce((a, b) => a * b);
  const figures = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const random = spread(i ^ SEED);
    figures[i] = random % 100 < 3 ? ABSENT : (random >>> 8) % 400000;
  }
  const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, 1));
  return { sizes, strides, figures };
}

/** The picked cells, laid out in the order of `order` (dimension indices). */
function reshape(cube, order, picked) {
  const offsets = order.map((d) => Int32Array.from(picked[d], (c) => c * cube.strides[d]));
  const count = offsets.reduce((a, o) => a * o.length, 1);
  const out = new Int32Array(count);
  const [a, b, c, d] = offsets;
  let at = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      for (let k = 0; k < c.length; k++) {
        const base = a[i] + b[j] + c[k];
        for (let l = 0; l < d.length; l++) out[at++] = cube.figures[base + d[l]];
      }
    }
  }
  return out;
}

/** Sums over one dimension; NaN where there is no figure. */
function sumOver(cube, dimension) {
  const inner = cube.strides[dimension];
  const size = cube.sizes[dimension];
  const outer = cube.figures.length / (inner * size);
  const sums = new Float64Array(outer * inner);
  const seen = new Uint8Array(outer * inner);
  const { figures } = cube;
  let at = 0;
  for (let o = 0; o < outer; o++) {
    for (let s = 0; s < size; s++) {
      const base = o * inner;
      for (let i = 0; i < inner; i++) {
        const figure = figures[at++];
        if (figure === ABSENT) continue;
        sums[base + i] += figure;
        seen[base + i] = 1;
      }
    }
  }
  for (let i = 0; i < sums.length; i++) sums[i] = seen[i] ? sums[i] / 10 : NaN;
  return sums;
}

/** Row numbers by figure, highest first, missing last. */
function sortRows(column) {
  const rows = new Uint32Array(column.length);
  for (let i = 0; i < rows.length; i++) rows[i] = i;
  return rows.sort((a, b) => column[b] - column[a] || a - b);
}

function measure(what, cells, work) {
  const times = [];
  let check = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    check = work();
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const ms = (time) => time.toFixed(3).padStart(9);
  console.log(`| ${what.padEnd(38)} | ${(cells / 1e6).toFixed(2).padStart(8)} M | ${ms(times[0])} ` +
              `| ${ms(times[times.length >> 1])} | ${check.toFixed(1).padStart(18)} |`);
}

const allOf = (size) => Array.from({ length: size }, (_, i) => i);
const checkOf = (sums) => [0, sums.length >> 1, sums.length - 1]
  .reduce((check, place) => check + (Number.isNaN(sums[place]) ? 0 : sums[place]), 0);

console.log("| operation | cells | best ms | middle ms | check |\n|---|---|---|---|---|");
for (const sizes of SHAPES) {
  const cube = makeCube(sizes);
  const cells = cube.figures.length;
  const all = sizes.map(allOf);
  const DESA = 0, USIA = 1, SEX = 2, TAHUN = 3;

  const half = [all[DESA].filter((c) => c % 2 === 0), all[USIA], all[SEX], all[TAHUN]];
  measure("filter: every other village", cells,
          () => reshape(cube, [DESA, USIA, TAHUN, SEX], half).length);
  const newest = [all[DESA], all[USIA], all[SEX], all[TAHUN].slice(-5)];
  measure("filter: newest 5 years", cells,
          () => reshape(cube, [DESA, USIA, TAHUN, SEX], newest).length);
  measure("pivot: rows and columns swapped", cells,
          () => reshape(cube, [TAHUN, SEX, DESA, USIA], all).length);
  measure("pivot: one dimension moved", cells,
          () => reshape(cube, [USIA, DESA, SEX, TAHUN], all).length);

  ["villages", "ages", "sexes", "years"].forEach((name, dimension) => {
    measure(`sum over ${name}`, cells, () => checkOf(sumOver(cube, dimension)));
  });

  const figureOf = (figure) => (figure === ABSENT ? 0 : figure / 10);
  measure("sort: every cell a row", cells, () => {
    const rows = sortRows(cube.figures);
    return figureOf(cube.figures[rows[0]]) + figureOf(cube.figures[rows[rows.length >> 1]]);
  });
  const year = Math.min(19, sizes[TAHUN] - 1);
  measure("sort: by one year", cells, () => {
    const column = new Int32Array(cells / sizes[TAHUN]);
    for (let i = 0; i < column.length; i++) column[i] = cube.figures[i * sizes[TAHUN] + year];
    const rows = sortRows(column);
    return figureOf(column[rows[0]]) + figureOf(column[rows[rows.length >> 1]]);
  });
}
