# How the two modules for the browser are linked: targets `web_options` (the viewer) and
# `worker_options` (the exporter), each flag with its reason.
add_library(module_options INTERFACE)
target_link_options(module_options INTERFACE
  # The page decides when a module starts, and imports it as a module.
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  # Files come and go as bytes; what libraries would keep in files is memory (xlsx_memory.h).
  -sFILESYSTEM=0
  # Ten million cells have to fit when they are asked for, and cost nothing before.
  -sALLOW_MEMORY_GROWTH=1
  # No eval: the page's Content-Security-Policy forbids it.
  -sDYNAMIC_EXECUTION=0
  # Smaller, and quick enough for one thread.
  -sMALLOC=emmalloc)

add_library(web_options INTERFACE)
target_link_libraries(web_options INTERFACE module_options)
target_link_options(web_options INTERFACE
  -sENVIRONMENT=web
  # The canvas is drawn by WebGL 2 alone.
  -sMIN_WEBGL_VERSION=2
  -sMAX_WEBGL_VERSION=2)

add_library(worker_options INTERFACE)
target_link_libraries(worker_options INTERFACE module_options)
target_link_options(worker_options INTERFACE
  -sENVIRONMENT=worker)
