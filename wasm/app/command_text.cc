// Commands as lines of text, for tests and the log.
#include <concepts>
#include <string>

#include "app/command.h"
#include "app/save.h"
#include "app/word_lists.h"

namespace app {
namespace {

// Words of the enumerations, in their order.
constexpr std::string_view tab_words[] = {"table", "chart", "map", "metadata"};
constexpr std::string_view order_words[] = {"newest", "title", "relevance"};
constexpr std::string_view many_words[] = {"all", "none", "invert"};
constexpr std::string_view zone_words[] = {"stub", "heading", "fixed"};
constexpr std::string_view axis_words[] = {"rows", "columns"};
constexpr std::string_view direction_words[] = {"descending", "ascending"};
constexpr std::string_view jump_words[] = {"row_begin", "row_end",   "column_begin", "column_end",
                                           "page_up",   "page_down", "first",        "last"};
constexpr std::string_view dialog_words[] = {"none",    "save",  "variables", "subjects",
                                             "filters", "notes", "menu"};

template <class Enum, std::size_t size>
std::string_view word(const std::string_view (&all)[size], Enum value) {
  return all[static_cast<std::size_t>(value)];
}

std::string part(std::string_view text) { return std::string(text); }
std::string part(const std::string& text) { return text; }
std::string part(bool truth) { return truth ? "yes" : "no"; }
std::string part(char sign) { return std::string(1, sign); }
std::string part(int number) { return std::to_string(number); }
template <std::unsigned_integral Number>
std::string part(Number number) {
  return std::to_string(number);
}
std::string part(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes)
    text += (text.empty() ? "" : ",") + code;
  return text;
}
std::string part(const base::Result<Bytes>& bytes) {
  if (bytes) return std::to_string(bytes->data.size()) + " bytes";
  return "failed " + std::string(base::text_from_error_code(bytes.error().code));
}

template <class... Parts>
std::string text(std::string_view name, const Parts&... parts) {
  std::string line(name);
  ((line += " " + part(parts)), ...);
  return line;
}

std::string text_of(const OpenCatalogue&) { return "OpenCatalogue"; }
std::string text_of(const OpenSubject& c) { return text("OpenSubject", c.code); }
std::string text_of(const OpenTable& c) { return text("OpenTable", c.code); }
std::string text_of(const OpenTab& c) { return text("OpenTab", word(tab_words, c.tab)); }
std::string text_of(const SetPicture& c) { return text("SetPicture", c.name, c.value); }
std::string text_of(const SavePicture& c) {
  return text("SavePicture", word_from_format(c.format));
}
std::string text_of(const CopySentence&) { return "CopySentence"; }
std::string text_of(const WalkMarks& c) { return text("WalkMarks", std::to_string(c.by)); }
std::string text_of(const PictureArrived& c) {
  return text("PictureArrived", std::to_string(c.number));
}
std::string text_of(const OpenTextView&) { return "OpenTextView"; }
std::string text_of(const OpenPage& c) { return text("OpenPage", c.address); }
std::string text_of(const SetLanguage& c) {
  return text("SetLanguage", base::code_from_language(c.language));
}
std::string text_of(const SetTheme& c) { return text("SetTheme", word(theme_words, c.theme)); }
std::string text_of(const SetDensity& c) {
  return text("SetDensity", word(density_words, c.density));
}
std::string text_of(const TryAgain&) { return "TryAgain"; }

std::string text_of(const TypeSearch& c) { return text("TypeSearch", c.text); }
std::string text_of(const Suggest&) { return "Suggest"; }
std::string text_of(const MoveSuggestion& c) { return text("MoveSuggestion", c.by); }
std::string text_of(const ChooseSuggestion&) { return "ChooseSuggestion"; }
std::string text_of(const CloseSuggestions&) { return "CloseSuggestions"; }
std::string text_of(const SearchFor& c) { return text("SearchFor", c.question); }
std::string text_of(const SetCatalogueOrder& c) {
  return text("SetCatalogueOrder", word(order_words, c.order));
}
std::string text_of(const SetYears& c) { return text("SetYears", c.from, c.to); }
std::string text_of(const ToggleAreaLevel& c) { return text("ToggleAreaLevel", c.level); }
std::string text_of(const ClearFilters&) { return "ClearFilters"; }
std::string text_of(const ToggleSubjectOpen& c) { return text("ToggleSubjectOpen", c.code); }
std::string text_of(const ShowMoreEntries&) { return "ShowMoreEntries"; }
std::string text_of(const ToggleFavourite& c) { return text("ToggleFavourite", c.table_code); }

std::string text_of(const ToggleCategory& c) {
  return text("ToggleCategory", c.dimension, c.category);
}
std::string text_of(const SelectOnly& c) { return text("SelectOnly", c.dimension, c.category); }
std::string text_of(const SelectMany& c) {
  return text("SelectMany", word(many_words, c.what), c.dimension);
}
std::string text_of(const SelectRange& c) { return text("SelectRange", c.dimension, c.from, c.to); }
std::string text_of(const SelectNewest& c) { return text("SelectNewest", c.dimension, c.count); }
std::string text_of(const TypeListSearch& c) { return text("TypeListSearch", c.dimension, c.text); }
std::string text_of(const ToggleDimensionFolded& c) {
  return text("ToggleDimensionFolded", c.dimension);
}
std::string text_of(const ToggleParentOpen& c) {
  return text("ToggleParentOpen", c.dimension, c.category);
}
std::string text_of(const ShowVariablesTab& c) { return text("ShowVariablesTab", c.dimension); }
std::string text_of(const TogglePanelFolded&) { return "TogglePanelFolded"; }

std::string text_of(const MoveDimension& c) {
  return text("MoveDimension", c.dimension, word(zone_words, c.zone), c.place);
}
std::string text_of(const SwapStubAndHeading&) { return "SwapStubAndHeading"; }
std::string text_of(const CycleSort& c) { return text("CycleSort", c.column_codes); }
std::string text_of(const SortBy& c) {
  return text("SortBy", word(axis_words, c.sort.axis), c.sort.line,
              word(direction_words, c.sort.direction));
}
std::string text_of(const SortByLabel& c) {
  return text("SortByLabel", word(direction_words, c.direction));
}
std::string text_of(const ClearSort&) { return "ClearSort"; }
std::string text_of(const SetCalculation& c) {
  return text("SetCalculation", word(calculation_words, c.calculation));
}
std::string text_of(const ToggleRowTotal&) { return "ToggleRowTotal"; }
std::string text_of(const ToggleColumnTotal&) { return "ToggleColumnTotal"; }
std::string text_of(const ToggleHideEmpty&) { return "ToggleHideEmpty"; }
std::string text_of(const ResetView&) { return "ResetView"; }
std::string text_of(const Undo&) { return "Undo"; }
std::string text_of(const Redo&) { return "Redo"; }

std::string text_of(const SelectCell& c) { return text("SelectCell", c.row, c.column, c.extend); }
std::string text_of(const DragSelection& c) { return text("DragSelection", c.row, c.column); }
std::string text_of(const EndSelection&) { return "EndSelection"; }
std::string text_of(const MoveActiveCell& c) {
  return text("MoveActiveCell", c.rows, c.columns, c.extend);
}
std::string text_of(const JumpActiveCell& c) {
  return text("JumpActiveCell", word(jump_words, c.to), c.extend, c.page);
}
std::string text_of(const SelectAllCells&) { return "SelectAllCells"; }
std::string text_of(const ClearSelection&) { return "ClearSelection"; }
std::string text_of(const CopyCells&) { return "CopyCells"; }
std::string text_of(const OpenCellPanel&) { return "OpenCellPanel"; }
std::string text_of(const CloseCellPanel&) { return "CloseCellPanel"; }

std::string text_of(const OpenPopup& c) { return text("OpenPopup", c.id); }
std::string text_of(const ClosePopup&) { return "ClosePopup"; }
std::string text_of(const OpenDialog& c) {
  return text("OpenDialog", word(dialog_words, c.dialog));
}
std::string text_of(const CloseDialog&) { return "CloseDialog"; }
std::string text_of(const ChangeSave& c) {
  return text("ChangeSave", word_from_format(c.save.format), c.save.is_whole_table,
              c.save.separator, c.save.decimal, c.save.with_bom, word_from_labels(c.save.labels),
              c.save.with_notes, c.save.with_source);
}
std::string text_of(const SaveFileAsChosen&) { return "SaveFileAsChosen"; }
std::string text_of(const PrintTable&) { return "PrintTable"; }
std::string text_of(const CancelExport&) { return "CancelExport"; }
std::string text_of(const ContinueExportInBackground&) { return "ContinueExportInBackground"; }
std::string text_of(const CheckFile&) { return "CheckFile"; }
std::string text_of(const CopyLink&) { return "CopyLink"; }
std::string text_of(const DismissNotice&) { return "DismissNotice"; }

std::string text_of(const CatalogueProgressed& c) {
  return text("CatalogueProgressed", c.received, c.total);
}
std::string text_of(const CatalogueArrived& c) { return text("CatalogueArrived", c.bytes); }
std::string text_of(const SearchIndexArrived& c) { return text("SearchIndexArrived", c.bytes); }
std::string text_of(const TableProgressed& c) {
  return text("TableProgressed", c.code, c.received, c.total);
}
std::string text_of(const TableArrived& c) { return text("TableArrived", c.code, c.bytes); }
std::string text_of(const SidecarArrived& c) { return text("SidecarArrived", c.code, c.bytes); }
std::string text_of(const AddressChanged& c) { return text("AddressChanged", c.path_and_query); }
std::string text_of(const PreferencesArrived& c) { return text("PreferencesArrived", c.json); }
std::string text_of(const CopyFinished& c) {
  return text("CopyFinished", c.ok, c.cells, c.is_link);
}
std::string text_of(const ExportProgressed& c) {
  return text("ExportProgressed", c.number, static_cast<int>(c.share * 100));
}
std::string text_of(const FileCheckBegan& c) { return text("FileCheckBegan", c.name); }
std::string text_of(const FileChecked& c) {
  return text("FileChecked", c.name, word_from_verdict(c.verdict));
}
std::string text_of(const ExportFinished& c) { return text("ExportFinished", c.number); }
std::string text_of(const ExportFailed& c) {
  return text("ExportFailed", c.number, base::text_from_error_code(c.why));
}
std::string text_of(const WindowChanged& c) {
  return text("WindowChanged", static_cast<int>(c.window.width), static_cast<int>(c.window.height));
}
std::string text_of(const SiteFound& c) { return text("SiteFound", c.site.base_path); }
std::string text_of(const ForOffice&) { return "ForOffice"; }
std::string text_of(const OfficeAnswered& c) {
  return text("OfficeAnswered", c.number, c.status, c.body.data.size());
}

}  // namespace

std::string text_from_command(const Command& command) {
  return std::visit([](const auto& each) { return text_of(each); }, command.wish());
}

}  // namespace app
