// The functions that the page calls: every one of them by web/viewer.js and its parts, none by C++.
// Texts and bytes lie in memory that the page got from malloc; a text is the page's own again when
// the function returns.
#include <emscripten/emscripten.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/save.h"
#include "base/must.h"
#include "base/text.h"
#include "platform/client.h"

namespace {

using platform::Browser;

std::unique_ptr<platform::Client> viewer;

platform::Client& client() {
  MUST(viewer != nullptr);
  return *viewer;
}

double now() { return emscripten_get_now(); }

std::string_view text(const char* text, int size) { return {text, static_cast<std::size_t>(size)}; }

std::span<const std::byte> bytes(const void* bytes, int size) {
  return {static_cast<const std::byte*>(bytes), static_cast<std::size_t>(size)};
}

/// Where the page finds what was drawn; web/canvas.js reads these words in this order.
struct DrawnFrame {
  const view::Vertex* vertices;
  std::uint32_t vertices_count;
  const std::uint32_t* indices;
  std::uint32_t indices_count;
  const view::DrawCommand* commands;
  std::uint32_t commands_count;
  float width, height;
  std::uint32_t atlas_version;
  const unsigned char* atlas;
  std::int32_t atlas_width, atlas_height;
};
static_assert(sizeof(DrawnFrame) == 12 * sizeof(std::uint32_t));
static_assert(sizeof(view::DrawCommand) == 7 * sizeof(std::uint32_t));

DrawnFrame drawn;

void describe_drawn() {
  const view::DrawData& data = client().draw_data();
  drawn.vertices = data.vertices.data();
  drawn.vertices_count = static_cast<std::uint32_t>(data.vertices.size());
  drawn.indices = data.indices.data();
  drawn.indices_count = static_cast<std::uint32_t>(data.indices.size());
  drawn.commands = data.commands.data();
  drawn.commands_count = static_cast<std::uint32_t>(data.commands.size());
  drawn.width = data.width;
  drawn.height = data.height;
  drawn.atlas_version = client().shell().atlas_version();
  drawn.atlas = client().shell().atlas_alpha8(&drawn.atlas_width, &drawn.atlas_height);
}

}  // namespace

extern "C" {

// --- Start and frames ---

/// The fonts stay ours: they are read whenever other characters or sizes are wanted.
EMSCRIPTEN_KEEPALIVE void viewer_start(const void* regular, int regular_size, const void* semibold,
                                       int semibold_size) {
  viewer = std::make_unique<platform::Client>(
      view::FontBytes{bytes(regular, regular_size), bytes(semibold, semibold_size)});
}

/// `fields`, with U+001F between them: base path, catalogue, search index, "desk" where the office
/// takes requests, the archive of all tables and its size in bytes, then the code and the file of
/// each table that is known.
EMSCRIPTEN_KEEPALIVE void viewer_site_found(const char* fields, int size) {
  const std::vector<std::string_view> parts = base::split(text(fields, size), '\x1f');
  MUST(parts.size() >= 6 && parts.size() % 2 == 0);
  app::SiteAddresses site;
  site.base_path = parts[0];
  site.catalogue = parts[1];
  site.search = parts[2];
  site.has_desk = parts[3] == "desk";
  site.archive = parts[4];
  std::from_chars(parts[5].data(), parts[5].data() + parts[5].size(), site.archive_bytes);
  for (std::size_t i = 6; i < parts.size(); i += 2)
    site.tables.emplace(parts[i], parts[i + 1]);
  client().send(app::SiteFound{std::move(site)}, now());
}

/// Bit 0: another frame is wanted. Bit 1: the screen still waits for what it is to show. From bit
/// 2: the pointer's shape.
EMSCRIPTEN_KEEPALIVE int viewer_frame(double now_ms) {
  const platform::Client::FrameOutcome outcome = client().frame(now_ms);
  describe_drawn();
  return (outcome.wants_frame ? 1 : 0) | (outcome.is_waiting ? 2 : 0) | outcome.cursor << 2;
}

EMSCRIPTEN_KEEPALIVE const void* viewer_drawn() { return &drawn; }

// --- The window ---

EMSCRIPTEN_KEEPALIVE void viewer_window_changed(double width, double height, double pixel_ratio,
                                                int is_touch, int is_dark, int is_motion_reduced,
                                                int is_online) {
  client().send(app::WindowChanged{{static_cast<float>(width), static_cast<float>(height),
                                    static_cast<float>(pixel_ratio), is_touch != 0, is_dark != 0,
                                    is_motion_reduced != 0, is_online != 0}},
                now());
}

EMSCRIPTEN_KEEPALIVE void viewer_address_changed(const char* address, int size) {
  client().send(app::AddressChanged{std::string(text(address, size))}, now());
}

EMSCRIPTEN_KEEPALIVE void viewer_preferences_arrived(const char* json, int size) {
  client().send(app::PreferencesArrived{std::string(text(json, size))}, now());
}

// --- Pointer ---

EMSCRIPTEN_KEEPALIVE void viewer_pointer_moved(float x, float y) { client().pointer_moved(x, y); }

EMSCRIPTEN_KEEPALIVE void viewer_pointer_pressed(int button, int has_shift) {
  client().pointer_pressed(button, has_shift != 0);
}

EMSCRIPTEN_KEEPALIVE void viewer_pointer_released(int button) { client().pointer_released(button); }

EMSCRIPTEN_KEEPALIVE void viewer_pointer_left() { client().pointer_left(); }

EMSCRIPTEN_KEEPALIVE void viewer_wheel(float x, float y, float dx, float dy, int has_shift) {
  client().wheel(x, y, dx, dy, has_shift != 0);
}

EMSCRIPTEN_KEEPALIVE void viewer_pan(float x, float y, float dx, float dy) {
  client().pan(x, y, dx, dy);
}

EMSCRIPTEN_KEEPALIVE int viewer_wants_drag(float x, float y) {
  return client().shell().wants_drag(x, y) ? 1 : 0;
}

// --- Elements and keys ---

EMSCRIPTEN_KEEPALIVE void viewer_press(const char* id, int size) {
  client().press(text(id, size), now());
}

EMSCRIPTEN_KEEPALIVE void viewer_input(const char* id, int id_size, const char* value,
                                       int value_size) {
  client().input(text(id, id_size), std::string(text(value, value_size)), now());
}

EMSCRIPTEN_KEEPALIVE void viewer_focus_moved(const char* id, int size) {
  client().focus_moved(text(id, size), now());
}

/// `modifiers`: 1 Shift, 2 Ctrl or the command key, 4 Alt. Not 0 where the key is ours.
EMSCRIPTEN_KEEPALIVE int viewer_key(const char* key, int key_size, const char* id, int id_size,
                                    int modifiers) {
  const semantics::KeyPress press{text(key, key_size), (modifiers & 1) != 0, (modifiers & 2) != 0,
                                  (modifiers & 4) != 0};
  return client().key(press, text(id, id_size), now()) ? 1 : 0;
}

/// The id's text; its size is left at `size`. Holds until the next frame.
EMSCRIPTEN_KEEPALIVE const char* viewer_node_at(float x, float y, std::uint32_t* size) {
  const std::string_view id = client().node_at(x, y);
  *size = static_cast<std::uint32_t>(id.size());
  return id.data();
}

/// The patch (semantics/patch.h); its size is left at `size`. Holds until the next call.
EMSCRIPTEN_KEEPALIVE const char* viewer_patch(std::uint32_t* size) {
  const std::string& patch = client().patch();
  *size = static_cast<std::uint32_t>(patch.size());
  return patch.data();
}

// --- Answers ---

EMSCRIPTEN_KEEPALIVE void viewer_fetch_progressed(int request, double received, double total) {
  client().browser().fetch_progressed(request, received, total, client().commands());
  client().decide(now());
}

EMSCRIPTEN_KEEPALIVE void viewer_fetch_arrived(int request, void* bytes, std::uint32_t size) {
  client().browser().fetch_arrived(request, bytes, size, client().commands());
  client().decide(now());
}

/// `failure`: 0 the network, 1 the server's `status`, 2 memory.
EMSCRIPTEN_KEEPALIVE void viewer_fetch_failed(int request, int failure, int status) {
  client().browser().fetch_failed(request, static_cast<Browser::FetchFailure>(failure), status,
                                  client().commands());
  client().decide(now());
}

EMSCRIPTEN_KEEPALIVE void viewer_copy_finished(int request, int ok) {
  client().browser().copy_finished(request, ok != 0, client().commands());
  client().decide(now());
}

EMSCRIPTEN_KEEPALIVE void viewer_export_progressed(int number, double share) {
  client().send(app::ExportProgressed{number, share}, now());
}

EMSCRIPTEN_KEEPALIVE void viewer_export_finished(int number) {
  client().send(app::ExportFinished{number}, now());
}

/// `code`: a word of base::ErrorCode; anything else is a mistake of ours.
EMSCRIPTEN_KEEPALIVE void viewer_export_failed(int number, const char* code, int size) {
  base::ErrorCode why = base::ErrorCode::internal;
  for (const base::ErrorCode known : {base::ErrorCode::unavailable, base::ErrorCode::too_large})
    if (base::text_from_error_code(known) == text(code, size)) why = known;
  client().send(app::ExportFailed{number, why}, now());
}

EMSCRIPTEN_KEEPALIVE void viewer_file_check_began(const char* name, int size) {
  client().send(app::FileCheckBegan{std::string(text(name, size))}, now());
}

EMSCRIPTEN_KEEPALIVE void viewer_file_checked(const char* name, int size, const char* verdict,
                                              int verdict_size) {
  client().send(app::FileChecked{std::string(text(name, size)),
                                 app::verdict_from_word(text(verdict, verdict_size))},
                now());
}

/// `bytes` came from malloc and is ours now.
EMSCRIPTEN_KEEPALIVE void viewer_office_answered(int number, int status, void* bytes,
                                                 std::uint32_t size) {
  client().send(app::OfficeAnswered{number, status, platform::bytes_from_malloc(bytes, size)},
                now());
}

EMSCRIPTEN_KEEPALIVE void viewer_suggest() { client().send(app::Suggest{}, now()); }

}  // extern "C"
