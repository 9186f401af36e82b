// What the page does for us: the functions of web/bridge.js, as C++ sees them. Texts are copied
// before a call returns.
#pragma once

#include <cstdint>
#include <string_view>

namespace platform::bridge {

/// The answer comes to viewer_fetch_arrived or viewer_fetch_failed with the same number. `bytes`:
/// how many are expected, 0 where nobody knows.
void fetch(int request, std::string_view address, std::uint64_t bytes);
void set_address(std::string_view path_and_query, std::string_view title, bool push);
void set_language(std::string_view code);
void set_theme(std::string_view theme);
/// The answers come to viewer_export_progressed, _finished and _failed with the same number.
void export_file(int number, std::string_view exporter, std::string_view job,
                 std::string_view document_address, std::string_view name,
                 std::string_view mime_type);
/// The bytes of a wire::Picture come to viewer_fetch_arrived, as if they had been fetched.
void draw_picture(int request, std::string_view exporter, std::string_view job,
                  std::string_view document_address);
void stop_export();
/// The answers come to viewer_file_check_began and viewer_file_checked.
void choose_file_to_check();
/// The answer comes to viewer_copy_finished with the same number. A link's text is its path: the
/// page puts its origin before it.
void copy_text(int request, std::string_view text, bool is_link);
void store_preferences(std::string_view json);
/// viewer_suggest is called then; an earlier wish is forgotten.
void ask_again_after(int milliseconds);
void close_viewer();
void leave_for(std::string_view address);
void focus_node(std::string_view id);
/// Read aloud once.
void announce(std::string_view text, bool is_urgent);
/// A frame is drawn then.
void wake_after(int milliseconds);
void log(std::string_view text);
/// `what` names something that only the office's page can do. The answer comes to
/// viewer_office_answered with the same number.
void ask_office(int number, std::string_view what, std::string_view address,
                std::string_view body);

}  // namespace platform::bridge
