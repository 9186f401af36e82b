# How the viewer is linked for the browser: target `web_options`, each flag with its reason.
add_library(web_options INTERFACE)
target_link_options(web_options INTERFACE
  # The page decides when the viewer starts, and imports it as a module.
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  -sENVIRONMENT=web
  # The canvas is drawn by WebGL 2 alone.
  -sMIN_WEBGL_VERSION=2
  -sMAX_WEBGL_VERSION=2
  # Ten million cells have to fit when they are asked for, and cost nothing before.
  -sALLOW_MEMORY_GROWTH=1
  # No eval: the page's Content-Security-Policy forbids it.
  -sDYNAMIC_EXECUTION=0
  # Files come and go through the bridge as bytes.
  -sFILESYSTEM=0
  # Smaller, and quick enough for one thread.
  -sMALLOC=emmalloc)
