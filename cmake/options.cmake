# What everything of ours is compiled with, and add_room(), which makes a room into a library.

option(LUMBUNG_WERROR "Treat warnings as errors" OFF)
option(LUMBUNG_SANITIZE "Build with address and undefined-behaviour sanitizers" OFF)
option(LUMBUNG_UNITY "Compile several files of a room at once, in a third of the time" OFF)
option(LUMBUNG_FUZZ "Build the fuzz targets under libFuzzer (needs Clang)" OFF)

# How the program is checked while it runs. Linked to foreign code as well, so that a mistake of
# ours is also seen where it shows inside theirs.
add_library(lumbung_sanitizers INTERFACE)
if(LUMBUNG_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(lumbung_sanitizers INTERFACE ${sanitizers}
    # A look before every access takes a quarter of a room's compilation. What the address
    # sanitizer finds without it (null) or every machine of ours allows (alignment) is left to the
    # fuzz preset.
    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fno-sanitize=null,alignment,vptr>
    # Assertions unfold into so much code that checking the tests themselves for undefined
    # behaviour and for names out of scope would take a third of the whole build; what they test
    # is checked.
    # A test that fails names its own line.
    $<$<BOOL:$<TARGET_PROPERTY:LUMBUNG_IS_TEST>>:-g0>
    $<$<BOOL:$<TARGET_PROPERTY:LUMBUNG_IS_TEST>>:-fno-sanitize=undefined>
    $<$<BOOL:$<TARGET_PROPERTY:LUMBUNG_IS_TEST>>:-fno-sanitize-address-use-after-scope>)
  target_link_options(lumbung_sanitizers INTERFACE ${sanitizers})
endif()
if(LUMBUNG_FUZZ)
  target_compile_options(lumbung_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(lumbung_options INTERFACE)
target_compile_features(lumbung_options INTERFACE cxx_std_20)
target_compile_options(lumbung_options INTERFACE -Wall -Wextra
  # GCC 12 takes members of a variant that it inlined for used before they are set.
  $<$<AND:$<COMPILE_LANG_AND_ID:CXX,GNU>,$<CONFIG:Release>>:-Wno-maybe-uninitialized>)
target_link_libraries(lumbung_options INTERFACE lumbung_sanitizers)
if(LUMBUNG_WERROR)
  target_compile_options(lumbung_options INTERFACE -Werror)
endif()

# C++20 without the compiler's own additions: the code has to mean the same to GCC, Clang and
# Emscripten.
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

# Files that are compiled together are read and unfolded once. A name in an anonymous namespace is
# therefore used once in a room; the presets release and fuzz still compile each file alone, which
# finds an include that is missing.
function(compile_together target)
  set_target_properties(${target} PROPERTIES
    UNITY_BUILD ${LUMBUNG_UNITY} UNITY_BUILD_BATCH_SIZE 6)
  # GCC takes a file of files for a header, in which a member of an anonymous type would be wrong.
  target_compile_options(${target} PRIVATE
    $<$<AND:$<BOOL:${LUMBUNG_UNITY}>,$<COMPILE_LANG_AND_ID:CXX,GNU>>:-Wno-subobject-linkage>)
endfunction()

# add_room(<name> [EXCEPTIONS] [SOURCES <file>…] [USES <target>…])
#
# Makes the room <name> into a library. Its headers are included by room ("stats/table.h"), so the
# folder to include from is the one that the room lies in. A room of headers alone has no SOURCES.
# Errors are values; EXCEPTIONS is for the few rooms whose foreign library throws, and the room
# catches at its own door (docs/adr/0002).
function(add_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "EXCEPTIONS" "" "SOURCES;USES")
  if(room_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "add_room(${name}): did not expect ${room_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT room_SOURCES)
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE lumbung_options foreign_headers ${room_USES})
    return()
  endif()
  add_library(${name} STATIC ${room_SOURCES})
  compile_together(${name})
  target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC lumbung_options foreign_headers ${room_USES})
  if(NOT room_EXCEPTIONS)
    target_compile_options(${name} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
  endif()
endfunction()
