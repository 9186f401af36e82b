// Files that are made in the background: asked for, told of, stopped. Files that come back: looked
// into.
#include <utility>

#include "app/save.h"
#include "app/update.h"
#include "app/update_parts.h"

namespace app {
namespace {

using base::Word;

Effects started(State& state, const SaveChoice& choice) {
  if (!state.grid || !std::holds_alternative<TableScreen>(state.screen)) return {};
  const std::string path_and_query = address_of(state, false).path_and_query;
  return export_started(state, choice,
                        job_from_choice(choice, path_and_query, state.site.base_path));
}

}  // namespace

Effects export_started(State& state, const SaveChoice& choice, std::string job) {
  const bool is_print = choice.format == FileFormat::print;
  Export begun{++state.exports_count, choice.format, is_print ? "" : file_name(state, choice)};
  begun.since_ms = state.now_ms;
  ExportFile effect{begun.number,
                    std::string(exporter_of(choice.format)),
                    std::move(job),
                    table_address(state, std::get<TableScreen>(state.screen).code),
                    begun.name,
                    std::string(mime_type(choice.format))};
  const bool replaces = state.running_export.has_value();
  state.running_export = std::move(begun);
  if (replaces) return {StopExport{}, std::move(effect)};
  return {std::move(effect)};
}

bool is_export_told(const State& state) {
  constexpr double quiet_ms = 400;
  return state.running_export && !state.running_export->is_in_background &&
         state.now_ms - state.running_export->since_ms >= quiet_ms;
}

Effects handle(State& state, const ChangeSave& wish) {
  state.ui.save = wish.save;
  return {};
}

Effects handle(State& state, const SaveFileAsChosen&) {
  state.ui.dialog = Dialog::none;
  state.preferences.save = state.ui.save;
  Effects effects = started(state, state.ui.save);
  if (!effects.empty()) append(effects, {stored_preferences(state)});
  return effects;
}

Effects handle(State& state, const PrintTable&) {
  SaveChoice choice;
  choice.format = FileFormat::print;
  return started(state, choice);
}

Effects handle(State& state, const CancelExport&) {
  if (!state.running_export) return {};
  state.running_export.reset();
  say(state, Notice::Kind::said, words(state, Word::export_cancelled));
  return {StopExport{}};
}

Effects handle(State& state, const ContinueExportInBackground&) {
  if (state.running_export) state.running_export->is_in_background = true;
  return {};
}

Effects handle(State& state, const ExportProgressed& answer) {
  if (state.running_export && state.running_export->number == answer.number)
    state.running_export->share = answer.share;
  return {};
}

Effects handle(State& state, const ExportFinished& answer) {
  if (!state.running_export || state.running_export->number != answer.number) return {};
  const Export done = *std::exchange(state.running_export, std::nullopt);
  if (done.format != FileFormat::print)
    say(state, Notice::Kind::said, words(state, Word::saved, {done.name}));
  return {};
}

Effects handle(State& state, const ExportFailed& answer) {
  if (!state.running_export || state.running_export->number != answer.number) return {};
  const Export failed = *std::exchange(state.running_export, std::nullopt);
  const Word sentence = answer.why == base::ErrorCode::unavailable ? Word::export_network_failed
                        : answer.why == base::ErrorCode::too_large ? Word::export_too_large
                                                                   : Word::export_failed;
  say(state, Notice::Kind::failed, words(state, sentence));
  return {};
}

Effects handle(State&, const CheckFile&) { return {ChooseFileToCheck{}}; }

Effects handle(State& state, const FileCheckBegan& answer) {
  say(state, Notice::Kind::said, words(state, Word::file_checking, {answer.name}));
  return {};
}

Effects handle(State& state, const FileChecked& answer) {
  constexpr Word sentences[] = {Word::file_is_genuine,  Word::file_is_outdated,
                                Word::file_is_changed,  Word::file_is_different,
                                Word::file_is_unknown,  Word::file_has_no_seal,
                                Word::file_check_failed};
  const bool is_good = answer.verdict == FileVerdict::genuine;
  say(state, is_good ? Notice::Kind::said : Notice::Kind::failed,
      words(state, sentences[static_cast<std::size_t>(answer.verdict)], {answer.name}));
  return {};
}

}  // namespace app
