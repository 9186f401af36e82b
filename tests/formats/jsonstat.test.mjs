// What we write is read by the toolkit of JSON-stat's author: same shape, figures and statuses.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import JSONstat from "jsonstat-toolkit";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = process.env.LUMBUNG_PROGRAM ?? join(root, "build/lumbung");
const folder = mkdtempSync(join(tmpdir(), "lumbung-formats-"));
after(() => rmSync(folder, { recursive: true }));

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** What a foreign program sees of a dataset. */
function seen(json) {
  const dataset = JSONstat(json);
  assert.equal(dataset.class, "dataset");
  return {
    label: dataset.label,
    source: dataset.source,
    updated: dataset.updated,
    note: dataset.note ?? null,
    role: dataset.role,
    dimensions: dataset.id.map((id) => {
      const dimension = dataset.Dimension(id);
      return {
        id,
        label: dimension.label,
        role: dimension.role,
        categories: dimension.id.map((code) => {
          const category = dimension.Category(code);
          return [code, category.label, category.unit?.base, category.unit?.decimals,
                  category.note ?? null];
        }),
      };
    }),
    cells: dataset.Data().map(({ value, status }) => [value, status ?? null]),
  };
}

test("a document as approved is seen whole", () => {
  const approved = join(root, "tests/golden/formats/jsonstat_small.approved.txt");
  const dataset = JSONstat(readJson(approved));
  assert.deepEqual(dataset.id, ["kecamatan", "tahun", "ukuran"]);
  assert.deepEqual(dataset.size, [2, 2, 1]);
  assert.deepEqual([dataset.role.time, dataset.role.geo, dataset.role.metric],
                   [["tahun"], ["kecamatan"], ["ukuran"]]);
  assert.deepEqual(dataset.value, [256, 257, null, 14]);
  assert.equal(dataset.Data({ kecamatan: "1603", tahun: "2025" }).status, "*");
  assert.equal(dataset.Dimension("kecamatan").Category("1603020").label, "Tanjung Agung");
  assert.deepEqual(dataset.Dimension("kecamatan").Category("1603020").note, ['Satu "kecamatan"']);
  assert.deepEqual(dataset.Dimension("ukuran").Category("jumlah").unit,
                   { base: "desa", decimals: 0 });
  assert.deepEqual(dataset.note, ["Seluruh tabel"]);
});

const tables = readdirSync(join(root, "data/tables")).filter((name) => name.endsWith(".json"));

test("there are published tables to read", () => assert.ok(tables.length >= 10));

for (const name of tables) {
  test(`${name} is seen the same after we have read and written it`, () => {
    const source = join(root, "data/tables", name);
    const written = join(folder, name);
    execFileSync(program, ["convert", source, written]);
    assert.deepEqual(seen(readJson(written)), seen(readJson(source)));
  });

  test(`${name} has the same figures as CSV`, () => {
    const written = join(folder, name.replace(/json$/, "csv"));
    execFileSync(program, ["convert", join(root, "data/tables", name), written]);
    const rows = readFileSync(written, "utf8").trimEnd().split("\r\n").slice(1);
    const figures = rows.map((row) => row.match(/,(-?[\d.]*),([^,]*)$/)[1]);
    const expected = JSONstat(readJson(join(root, "data/tables", name))).value;
    assert.deepEqual(figures.map((figure) => (figure === "" ? null : Number(figure))), expected);
  });
}
