#!/usr/bin/env bash
# Builds engine_bench.cc as the viewer's engine is built for the browser, and runs it in Node.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=build/bench
mkdir -p "$folder"
# Node 18 and later have a fetch of their own, by which this Emscripten takes Node for a browser.
printf 'delete globalThis.fetch;\n' > "$folder/node_pre.js"
if packages=$(dpkg-query --listfiles node-acorn 2>/dev/null | sed -n 's|/acorn/package.json$||p'); then
  export NODE_PATH=$packages
fi
mapfile -t engine < <(find shared/base shared/stats -name '*.cc' ! -name 'search*' | sort)
em++ -std=c++20 -O3 -DNDEBUG -msimd128 -fno-exceptions -DFMT_HEADER_ONLY \
  -Ishared -Itests -Ibuild/deps/include \
  "${engine[@]}" tests/bench/synthetic.cc tests/bench/engine_bench.cc \
  -sENVIRONMENT=node -sALLOW_MEMORY_GROWTH=1 --pre-js "$folder/node_pre.js" \
  -o "$folder/engine_bench.js"
# Node takes .js here for a module, which this Emscripten does not write.
mv "$folder/engine_bench.js" "$folder/engine_bench.cjs"
node "$folder/engine_bench.cjs"
