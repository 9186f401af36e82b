# Finds Emscripten by asking it where it stands, and hands over to its own toolchain file.
find_program(EM_CONFIG em-config REQUIRED)
execute_process(
  COMMAND ${EM_CONFIG} EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE emscripten_root
  OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

# Emscripten's optimizer needs the JavaScript package acorn. Debian's Node finds Debian's packages
# by itself; a Node from elsewhere has to be told where they are.
execute_process(
  COMMAND dpkg-query --listfiles node-acorn
  COMMAND sed -n "s|/acorn/package.json$||p"
  OUTPUT_VARIABLE node_packages
  OUTPUT_STRIP_TRAILING_WHITESPACE)
if(node_packages)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=${node_packages})
endif()
