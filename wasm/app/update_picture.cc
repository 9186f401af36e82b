// The drawing of the view: asked for whenever it is on the screen and has changed.
#include <algorithm>
#include <utility>

#include "app/picture.h"
#include "app/save.h"
#include "app/update.h"
#include "app/update_parts.h"

namespace app {
namespace {

constexpr float widest_picture = 960;
constexpr float saved_width = 960;
// Around the card, inside it, and its scroll bar.
constexpr float phone_margins = 80, margins = 88;
constexpr float panel = 312, folded_panel = 44;

std::string job_of(const State& state, FileFormat format, float width) {
  const bool is_map = std::get<TableScreen>(state.screen).tab == TableTab::map;
  return job_for_picture(format, address_of(state, false).path_and_query, state.site.base_path,
                         is_map ? map_address(state) : "", width);
}

}  // namespace

float picture_width(const State& state) {
  const float width = state.window.width;
  constexpr float tablet_from = 640, desktop_from = 1024;
  if (width < tablet_from) return std::max(width - phone_margins, 240.0f);
  const float beside = width < desktop_from                ? 0
                       : state.preferences.is_panel_folded ? folded_panel
                                                           : panel;
  return std::min(width - beside - margins, widest_picture);
}

bool shows_picture(const State& state) {
  const auto* screen = std::get_if<TableScreen>(&state.screen);
  return screen && state.grid &&
         (screen->tab == TableTab::chart ||
          (screen->tab == TableTab::map && !map_address(state).empty()));
}

std::string map_address(const State& state) {
  const auto catalogue = loaded(state.catalogue);
  const auto* screen = std::get_if<TableScreen>(&state.screen);
  const stats::TableCard* card =
      catalogue && screen ? catalogue->find_table(screen->code) : nullptr;
  return card ? card->map : "";
}

std::string figures_from_typed(std::string_view typed, base::Language language) {
  const bool is_indonesian = language == base::Language::id;
  std::string figures;
  for (const char c : typed) {
    if (c == (is_indonesian ? '.' : ',') || c == ' ') continue;
    figures += c == ';' ? ',' : c == ',' ? '.' : c;
  }
  return figures;
}

std::string typed_from_figures(std::string_view figures, base::Language language) {
  std::string typed(figures);
  std::replace(typed.begin(), typed.end(), ',', ';');
  if (language == base::Language::id) std::replace(typed.begin(), typed.end(), '.', ',');
  return typed;
}

Effects picture_wanted(State& state) {
  if (!shows_picture(state)) return {};
  ShownPicture& picture = state.picture;
  const auto& [code, tab, view, choices] = std::get<TableScreen>(state.screen);
  std::string job = job_of(state, FileFormat::picture, picture_width(state));
  if (job == picture.job) return {};
  if (code != picture.code || tab != picture.tab) picture.drawn.reset();
  picture.code = code;
  picture.tab = tab;
  picture.job = std::move(job);
  picture.is_drawing = true;
  picture.since_ms = state.now_ms;
  picture.failed.reset();
  picture.mark.reset();
  return {DrawPicture{++picture.number, std::string(exporter_of(FileFormat::picture)), picture.job,
                      table_address(state, code)}};
}

Effects handle(State& state, const SetPicture& wish) {
  auto* screen = std::get_if<TableScreen>(&state.screen);
  if (!screen) return {};
  if (wish.value.empty())
    screen->picture.erase(wish.name);
  else
    screen->picture[wish.name] = wish.value;
  return {address_of(state, false)};
}

Effects handle(State& state, const PictureArrived& answer) {
  ShownPicture& picture = state.picture;
  if (answer.number != picture.number) return {};
  picture.is_drawing = false;
  if (!answer.bytes) {
    picture.failed = answer.bytes.error().code;
    return {};
  }
  auto read = wire::picture_from_bytes(answer.bytes->text());
  if (!read) {
    picture.failed = read.error().code;
    return {WriteLog{read.error().message}};
  }
  picture.drawn = std::make_shared<const wire::Picture>(std::move(*read));
  return {};
}

Effects handle(State& state, const SavePicture& wish) {
  if (!shows_picture(state)) return {};
  state.ui.popup.reset();
  SaveChoice choice;
  choice.format = wish.format;
  return export_started(state, choice, job_of(state, wish.format, saved_width));
}

Effects handle(State& state, const CopySentence&) {
  if (!state.picture.drawn) return {};
  const stats::Scene& scene = state.picture.drawn->scene;
  const std::string& said = scene.sentence.empty() ? scene.title : scene.sentence;
  return {CopyText{said + " (" + scene.citation + ")", 0, false}};
}

Effects handle(State& state, const WalkMarks& wish) {
  if (!state.picture.drawn || state.picture.drawn->scene.marks.empty()) return {};
  const auto last = static_cast<long>(state.picture.drawn->scene.marks.size()) - 1;
  const auto& mark = state.picture.mark;
  const long at = mark ? static_cast<long>(*mark) + wish.by : wish.by > 0 ? 0 : last;
  state.picture.mark = static_cast<std::size_t>(std::clamp(at, 0L, last));
  return {};
}

}  // namespace app
