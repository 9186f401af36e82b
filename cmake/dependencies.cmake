# The libraries of others, as targets. Their sources are fetched by cmake/setup.sh into build/deps;
# which library is for what, and where each may be included, stands in ARCHITECTURE.md.

set(LUMBUNG_DEPS ${PROJECT_SOURCE_DIR}/build/deps CACHE PATH "Where cmake/setup.sh put the sources")
if(NOT EXISTS ${LUMBUNG_DEPS}/ready)
  message(FATAL_ERROR
    "The foreign sources are not in ${LUMBUNG_DEPS}. Run cmake/setup.sh once; ./run and ./test do.")
endif()

# --- Headers alone ---

# fmt, fast_float, tl::expected and nlohmann/json: Debian's headers, without the rest of Debian's
# include folder, which Emscripten must not see.
add_library(foreign_headers INTERFACE)
target_include_directories(foreign_headers SYSTEM INTERFACE ${LUMBUNG_DEPS}/include)
# Grouping is base/number's own: without this fmt brings the whole of std::locale into the viewer.
target_compile_definitions(foreign_headers INTERFACE
  FMT_HEADER_ONLY "FMT_STATIC_THOUSANDS_SEPARATOR=','")

# --- Dear ImGui ---

set(imgui_sources imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp)
list(TRANSFORM imgui_sources PREPEND ${LUMBUNG_DEPS}/imgui/)

function(add_imgui name)
  add_library(${name} STATIC EXCLUDE_FROM_ALL ${imgui_sources})
  target_include_directories(${name} SYSTEM PUBLIC ${LUMBUNG_DEPS}/imgui)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_compile_definitions(${name} PUBLIC
    IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_USE_WCHAR32)
  target_link_libraries(${name} PRIVATE lumbung_sanitizers)
endfunction()

if(EMSCRIPTEN)
  add_imgui(imgui)
  target_compile_options(imgui PRIVATE -fno-lto)
  target_compile_definitions(imgui
    PUBLIC IMGUI_DISABLE_DEBUG_TOOLS
    # It reads settings files by sscanf, and the viewer has none: view/draw_data.cc answers instead,
    # and eleven kilobytes of the C library stay away.
    PRIVATE sscanf=lumbung_reads_no_settings)
else()
  # For tests: Dear ImGui reports every item it draws to hooks, which tests/support defines. They
  # are the oracle that nothing drawn was left out of the semantic layer.
  add_imgui(imgui_hooked)
  target_compile_definitions(imgui_hooked PUBLIC IMGUI_ENABLE_TEST_ENGINE)
  add_library(imgui ALIAS imgui_hooked)
endif()

# --- Words: Unicode and stemming ---

# Plain C from source on both sides, so that the server and the browser find the same tables.
add_library(text_search STATIC EXCLUDE_FROM_ALL
  ${LUMBUNG_DEPS}/utf8proc/utf8proc.c
  ${LUMBUNG_DEPS}/stemmer/api.c
  ${LUMBUNG_DEPS}/stemmer/utilities.c
  ${LUMBUNG_DEPS}/stemmer/libstemmer.c
  ${LUMBUNG_DEPS}/stemmer/stem_UTF_8_english.c
  ${LUMBUNG_DEPS}/stemmer/stem_UTF_8_indonesian.c)
target_include_directories(text_search SYSTEM PUBLIC
  ${LUMBUNG_DEPS}/utf8proc ${LUMBUNG_DEPS}/stemmer)
target_compile_definitions(text_search PUBLIC UTF8PROC_STATIC)
target_link_libraries(text_search PRIVATE lumbung_sanitizers)

# --- Digests ---

# The target `sodium`: the machine's libsodium, and for the browser its SHA-256 from source.
if(EMSCRIPTEN)
  set(sodium_sources crypto_hash/sha256/cp/hash_sha256_cp sodium/utils)
  list(TRANSFORM sodium_sources REPLACE "(.+)" "${LUMBUNG_DEPS}/libsodium/src/libsodium/\\1.c")
  add_library(sodium STATIC EXCLUDE_FROM_ALL ${sodium_sources})
  target_include_directories(sodium SYSTEM
    PUBLIC ${LUMBUNG_DEPS}/libsodium/src/libsodium/include
    PRIVATE ${LUMBUNG_DEPS}/libsodium/src/libsodium/include/sodium)
  target_compile_options(sodium PRIVATE -O2 -w)
else()
  find_library(LIBSODIUM sodium REQUIRED)
  add_library(sodium INTERFACE)
  target_link_libraries(sodium INTERFACE ${LIBSODIUM})
endif()

# --- Deflate ---

# The target `deflate`: the machine's zlib, and for the browser the same from source.
if(EMSCRIPTEN)
  set(deflate_sources adler32 compress crc32 deflate inffast inflate inftrees trees uncompr zutil)
  list(TRANSFORM deflate_sources REPLACE "(.+)" "${LUMBUNG_DEPS}/zlib/\\1.c")
  add_library(deflate STATIC EXCLUDE_FROM_ALL ${deflate_sources})
  target_include_directories(deflate SYSTEM PUBLIC ${LUMBUNG_DEPS}/zlib)
  target_compile_options(deflate PRIVATE -O3 -w)
else()
  find_package(ZLIB REQUIRED)
  add_library(deflate INTERFACE)
  target_link_libraries(deflate INTERFACE ZLIB::ZLIB)
endif()

# --- Excel ---

# With its own minizip. It keeps its parts in temporary files and writes the archive to a file;
# both are memory here, the same on both sides: output/xlsx_memory.cc answers in their place.
file(GLOB xlsxwriter_sources CONFIGURE_DEPENDS ${LUMBUNG_DEPS}/libxlsxwriter/src/*.c)
add_library(xlsxwriter STATIC EXCLUDE_FROM_ALL ${xlsxwriter_sources}
  ${LUMBUNG_DEPS}/libxlsxwriter/third_party/dtoa/emyg_dtoa.c
  ${LUMBUNG_DEPS}/libxlsxwriter/third_party/md5/md5.c
  ${LUMBUNG_DEPS}/libxlsxwriter/third_party/minizip/ioapi.c
  ${LUMBUNG_DEPS}/libxlsxwriter/third_party/minizip/zip.c)
target_include_directories(xlsxwriter SYSTEM PUBLIC
  ${LUMBUNG_DEPS}/libxlsxwriter/include ${LUMBUNG_DEPS}/libxlsxwriter/third_party)
target_compile_definitions(xlsxwriter PRIVATE
  NOCRYPT USE_FILE32API          # minizip: no passwords, and no fopen64, which Emscripten lacks
  USE_DTOA_LIBRARY               # figures as the shortest text that reads back, in any locale
  USE_STANDARD_TMPFILE tmpfile=lumbung_memory_file)
set_source_files_properties(${LUMBUNG_DEPS}/libxlsxwriter/src/packager.c PROPERTIES
  COMPILE_DEFINITIONS zipOpen=lumbung_memory_zip)
target_compile_options(xlsxwriter PRIVATE -w $<$<BOOL:${EMSCRIPTEN}>:-O2>)
target_link_libraries(xlsxwriter PUBLIC deflate PRIVATE lumbung_sanitizers)

# --- PDF ---

file(GLOB haru_sources CONFIGURE_DEPENDS ${LUMBUNG_DEPS}/libharu/src/*.c)
# Its own set-up writes what it found on the machine here; nothing of that is needed.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/haru/hpdf_config.h CONTENT "")
add_library(haru STATIC EXCLUDE_FROM_ALL ${haru_sources})
target_include_directories(haru SYSTEM PUBLIC
  ${LUMBUNG_DEPS}/libharu/include ${PROJECT_BINARY_DIR}/haru)
target_compile_definitions(haru PUBLIC LIBHPDF_HAVE_NOPNGLIB HPDF_NOPNGLIB)
# Our fonts and our encoding alone: the widths of fourteen standard fonts and the tables of thirty
# code pages stay out of the browser's module, since output/pdf_document.cc answers that there is
# none.
set_source_files_properties(${LUMBUNG_DEPS}/libharu/src/hpdf_doc.c PROPERTIES COMPILE_DEFINITIONS
  "HPDF_Base14FontDef_New=lumbung_no_font;HPDF_BasicEncoder_New=lumbung_no_encoder")
target_compile_options(haru PRIVATE -w)
target_link_libraries(haru PUBLIC deflate PRIVATE lumbung_sanitizers)

if(EMSCRIPTEN)
  return()
endif()

# --- Server and tests ---

find_package(Threads REQUIRED)

# From source and header-only, so that our limits take effect (docs/adr/0005).
add_library(httplib INTERFACE)
target_include_directories(httplib SYSTEM INTERFACE ${LUMBUNG_DEPS}/cpp-httplib)
target_link_libraries(httplib INTERFACE Threads::Threads)

# A hundred small files: joined, they compile in a tenth of the time.
set(CMAKE_UNITY_BUILD ON)
set(CMAKE_UNITY_BUILD_BATCH_SIZE 0)
add_subdirectory(${LUMBUNG_DEPS}/catch2 ${PROJECT_BINARY_DIR}/catch2 EXCLUDE_FROM_ALL SYSTEM)
unset(CMAKE_UNITY_BUILD)
unset(CMAKE_UNITY_BUILD_BATCH_SIZE)
