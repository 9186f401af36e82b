#include "platform/browser.h"

#include <cstdlib>
#include <memory>
#include <utility>

#include "base/variant.h"
#include "platform/bridge.h"

namespace platform {

app::Bytes bytes_from_malloc(void* bytes, std::size_t size) {
  return {std::shared_ptr<const void>(
              bytes, [](const void* memory) { std::free(const_cast<void*>(memory)); }),
          {static_cast<const std::byte*>(bytes), size}};
}

namespace {

/// The message is for the room that knows the reader's language.
base::Error error_from_failure(Browser::FetchFailure failure, int status,
                               const std::string& address) {
  switch (failure) {
    case Browser::FetchFailure::network:
      return {base::ErrorCode::unavailable, {}, address};
    case Browser::FetchFailure::memory:
      return {base::ErrorCode::too_large, {}, address};
    case Browser::FetchFailure::status:
      break;
  }
  if (status == 404) return {base::ErrorCode::not_found, {}, address};
  return {base::ErrorCode::internal, {}, std::to_string(status)};
}

}  // namespace

void Browser::perform(app::Effect effect) {
  using What = Fetch::What;
  std::visit(
      base::on{
          [&](app::FetchCatalogue& fetch) {
            start_fetch({What::catalogue, {}, fetch.address});
          },
          [&](app::FetchSearchIndex& fetch) {
            start_fetch({What::search_index, {}, fetch.address});
          },
          [&](app::FetchTable& fetch) {
            start_fetch({What::table, fetch.code, fetch.address});
          },
          [&](app::FetchSidecar& fetch) {
            start_fetch({What::sidecar, fetch.code, fetch.address, fetch.bytes});
          },
          [](app::SetAddress& address) {
            bridge::set_address(address.path_and_query, address.title, address.push);
          },
          [](app::SetPageLanguage& language) { bridge::set_language(language.code); },
          [](app::SetPageTheme& theme) { bridge::set_theme(theme.theme); },
          [](app::ExportFile& file) {
            bridge::export_file(file.number, file.exporter, file.job, file.document_address,
                                file.name, file.mime_type);
          },
          [&](app::DrawPicture& draw) {
            const int request = ++requests_count_;
            fetches_[request] = {
                What::picture, {}, draw.document_address, static_cast<std::uint64_t>(draw.number)};
            bridge::draw_picture(request, draw.exporter, draw.job, draw.document_address);
          },
          [](app::StopExport&) { bridge::stop_export(); },
          [](app::ChooseFileToCheck&) { bridge::choose_file_to_check(); },
          [&](app::CopyText& copy) {
            const int request = ++requests_count_;
            copies_[request] = {copy.cells, copy.is_link};
            bridge::copy_text(request, copy.text, copy.is_link);
          },
          [](app::StorePreferences& store) { bridge::store_preferences(store.json); },
          [](app::AskAgainAfter& ask) { bridge::ask_again_after(ask.milliseconds); },
          [](app::CloseViewer&) { bridge::close_viewer(); },
          [](app::LeaveFor& leave) { bridge::leave_for(leave.address); },
          [](app::FocusNode& focus) { bridge::focus_node(focus.id); },
          [](app::WriteLog& log) { bridge::log(log.text); },
          [](app::AskOffice& ask) {
            bridge::ask_office(ask.number, ask.what, ask.address, ask.body);
          },
      },
      effect);
}

void Browser::start_fetch(Fetch fetch) {
  const int request = ++requests_count_;
  const Fetch& asked = fetches_[request] = std::move(fetch);
  bridge::fetch(request, asked.address, asked.bytes);
}

std::optional<Browser::Fetch> Browser::take_fetch(int request) {
  auto asked = fetches_.extract(request);
  if (asked.empty()) return {};
  return std::move(asked.mapped());
}

void Browser::fetch_progressed(int request, double received, double total,
                               app::Commands& commands) const {
  const auto asked = fetches_.find(request);
  if (asked == fetches_.end()) return;
  const Fetch& fetch = asked->second;
  const auto bytes = static_cast<std::uint64_t>(received);
  const auto bytes_total = static_cast<std::uint64_t>(total);
  switch (fetch.what) {
    case Fetch::What::catalogue:
      return commands.send(app::CatalogueProgressed{bytes, bytes_total});
    case Fetch::What::search_index:
    case Fetch::What::picture:
      return;  // They come unseen.
    case Fetch::What::table:
    case Fetch::What::sidecar:
      return commands.send(app::TableProgressed{fetch.code, bytes, bytes_total});
  }
}

void Browser::send_answer(Fetch fetch, base::Result<app::Bytes> answer, app::Commands& commands) {
  switch (fetch.what) {
    case Fetch::What::catalogue:
      return commands.send(app::CatalogueArrived{std::move(answer)});
    case Fetch::What::search_index:
      return commands.send(app::SearchIndexArrived{std::move(answer)});
    case Fetch::What::table:
      return commands.send(app::TableArrived{std::move(fetch.code), std::move(answer)});
    case Fetch::What::sidecar:
      return commands.send(app::SidecarArrived{std::move(fetch.code), std::move(answer)});
    case Fetch::What::picture:
      return commands.send(app::PictureArrived{static_cast<int>(fetch.bytes), std::move(answer)});
  }
}

void Browser::fetch_arrived(int request, void* bytes, std::size_t size, app::Commands& commands) {
  app::Bytes held = bytes_from_malloc(bytes, size);
  if (std::optional<Fetch> fetch = take_fetch(request))
    send_answer(std::move(*fetch), std::move(held), commands);
}

void Browser::fetch_failed(int request, FetchFailure failure, int status, app::Commands& commands) {
  std::optional<Fetch> fetch = take_fetch(request);
  if (!fetch) return;
  base::Error error = error_from_failure(failure, status, fetch->address);
  send_answer(std::move(*fetch), tl::unexpected(std::move(error)), commands);
}

void Browser::copy_finished(int request, bool ok, app::Commands& commands) {
  auto asked = copies_.extract(request);
  if (asked.empty()) return;
  commands.send(app::CopyFinished{ok, asked.mapped().cells, asked.mapped().is_link});
}

}  // namespace platform
