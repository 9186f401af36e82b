#include "platform/bridge.h"

#include <emscripten/emscripten.h>

// `Module.bridge` is the object of web/bridge.js that the page hands over at the start.
// clang-format would take the JavaScript for C++.
// clang-format off
EM_JS(void, js_fetch, (int request, const char* address, int address_size, double bytes), {
  Module.bridge.fetch(request, address, address_size, bytes);
});
EM_JS(void, js_set_address,
      (const char* path, int path_size, const char* title, int title_size, int push), {
  Module.bridge.setAddress(path, path_size, title, title_size, push);
});
EM_JS(void, js_set_language, (const char* code, int size), {
  Module.bridge.setLanguage(code, size);
});
EM_JS(void, js_set_theme, (const char* theme, int size), {
  Module.bridge.setTheme(theme, size);
});
EM_JS(void, js_export_file,
      (int number, const char* exporter, int exporter_size, const char* job, int job_size,
       const char* document, int document_size, const char* name, int name_size, const char* type,
       int type_size), {
  Module.bridge.exportFile(number, exporter, exporter_size, job, job_size, document, document_size,
                           name, name_size, type, type_size);
});
EM_JS(void, js_draw_picture,
      (int request, const char* exporter, int exporter_size, const char* job, int job_size,
       const char* document, int document_size), {
  Module.bridge.drawPicture(request, exporter, exporter_size, job, job_size, document,
                            document_size);
});
EM_JS(void, js_stop_export, (), {
  Module.bridge.stopExport();
});
EM_JS(void, js_choose_file_to_check, (), {
  Module.bridge.chooseFileToCheck();
});
EM_JS(void, js_copy_text, (int request, const char* text, int size, int is_link), {
  Module.bridge.copyText(request, text, size, is_link);
});
EM_JS(void, js_store_preferences, (const char* json, int size), {
  Module.bridge.storePreferences(json, size);
});
EM_JS(void, js_ask_again_after, (int milliseconds), {
  Module.bridge.askAgainAfter(milliseconds);
});
EM_JS(void, js_close_viewer, (), {
  Module.bridge.closeViewer();
});
EM_JS(void, js_leave_for, (const char* address, int size), {
  Module.bridge.leaveFor(address, size);
});
EM_JS(void, js_focus_node, (const char* id, int size), {
  Module.bridge.focusNode(id, size);
});
EM_JS(void, js_announce, (const char* text, int size, int is_urgent), {
  Module.bridge.announce(text, size, is_urgent);
});
EM_JS(void, js_wake_after, (int milliseconds), {
  Module.bridge.wakeAfter(milliseconds);
});
EM_JS(void, js_log, (const char* text, int size), {
  Module.bridge.log(text, size);
});
EM_JS(void, js_ask_office,
      (int number, const char* what, int what_size, const char* address, int address_size,
       const char* body, int body_size), {
  Module.bridge.askOffice(number, what, what_size, address, address_size, body, body_size);
});
// clang-format on

namespace platform::bridge {

namespace {

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

void fetch(int request, std::string_view address, std::uint64_t bytes) {
  js_fetch(request, address.data(), size_of(address), static_cast<double>(bytes));
}

void set_address(std::string_view path_and_query, std::string_view title, bool push) {
  js_set_address(path_and_query.data(), size_of(path_and_query), title.data(), size_of(title),
                 push);
}

void set_language(std::string_view code) { js_set_language(code.data(), size_of(code)); }

void set_theme(std::string_view theme) { js_set_theme(theme.data(), size_of(theme)); }

void export_file(int number, std::string_view exporter, std::string_view job,
                 std::string_view document_address, std::string_view name,
                 std::string_view mime_type) {
  js_export_file(number, exporter.data(), size_of(exporter), job.data(), size_of(job),
                 document_address.data(), size_of(document_address), name.data(), size_of(name),
                 mime_type.data(), size_of(mime_type));
}

void draw_picture(int request, std::string_view exporter, std::string_view job,
                  std::string_view document_address) {
  js_draw_picture(request, exporter.data(), size_of(exporter), job.data(), size_of(job),
                  document_address.data(), size_of(document_address));
}

void stop_export() { js_stop_export(); }

void choose_file_to_check() { js_choose_file_to_check(); }

void copy_text(int request, std::string_view text, bool is_link) {
  js_copy_text(request, text.data(), size_of(text), is_link);
}

void store_preferences(std::string_view json) { js_store_preferences(json.data(), size_of(json)); }

void ask_again_after(int milliseconds) { js_ask_again_after(milliseconds); }

void close_viewer() { js_close_viewer(); }

void leave_for(std::string_view address) { js_leave_for(address.data(), size_of(address)); }

void focus_node(std::string_view id) { js_focus_node(id.data(), size_of(id)); }

void announce(std::string_view text, bool is_urgent) {
  js_announce(text.data(), size_of(text), is_urgent);
}

void wake_after(int milliseconds) { js_wake_after(milliseconds); }

void log(std::string_view text) { js_log(text.data(), size_of(text)); }

void ask_office(int number, std::string_view what, std::string_view address,
                std::string_view body) {
  js_ask_office(number, what.data(), size_of(what), address.data(), size_of(address), body.data(),
                size_of(body));
}

}  // namespace platform::bridge
