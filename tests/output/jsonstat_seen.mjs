// What the toolkit of JSON-stat's author sees in datasets: a line of JSON for each file, with the
// codes of the dimensions and all cells in order.
//
//     node jsonstat_seen.mjs FILE…
import { readFileSync } from "node:fs";

import JSONstat from "jsonstat-toolkit";

for (const file of process.argv.slice(2)) {
  const dataset = JSONstat(JSON.parse(readFileSync(file, "utf8")));
  const cells = dataset.Data().map(({ value, status }) => [value, status ?? ""]);
  const codes = dataset.id.map((id) => dataset.Dimension(id).id);
  console.log(JSON.stringify({ file, id: dataset.id, codes, cells }));
}
