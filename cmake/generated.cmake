# Headers and styles made from web/design, so that a colour or a size is written down once.
# Targets that include "stats/ink_colours.gen.h", "view/tokens.gen.h" or "view/icons.gen.h" link
# `design_tokens`.

find_package(Python3 REQUIRED COMPONENTS Interpreter)

set(LUMBUNG_GENERATED ${PROJECT_BINARY_DIR}/generated)
set(design ${PROJECT_SOURCE_DIR}/web/design)
add_custom_command(
  OUTPUT
    ${LUMBUNG_GENERATED}/tokens.css
    ${LUMBUNG_GENERATED}/stats/ink_colours.gen.h
    ${LUMBUNG_GENERATED}/view/tokens.gen.h
    ${LUMBUNG_GENERATED}/view/icons.gen.h
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/make_tokens.py ${design}
    ${LUMBUNG_GENERATED}
  DEPENDS ${design}/tokens.json ${design}/icons.json ${PROJECT_SOURCE_DIR}/cmake/make_tokens.py
  COMMENT "Making tokens and icons"
  VERBATIM)
add_custom_target(design_tokens_files ALL DEPENDS ${LUMBUNG_GENERATED}/tokens.css)

add_library(design_tokens INTERFACE)
target_include_directories(design_tokens INTERFACE ${LUMBUNG_GENERATED})
add_dependencies(design_tokens design_tokens_files)
